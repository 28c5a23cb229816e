"use client";
import { RadioControl, SelectControl, TextControl } from "@/components/form/controls";
import { DateControl } from "@/components/form/date-control";
import type { Words } from "@/components/form/words";
import type { RequirementDraft } from "./draft";
import type { RequirementOptions } from "./words";

interface Props {
  draft: RequirementDraft;
  set: (part: Partial<RequirementDraft>) => void;
  errors: ReadonlyMap<string, string>;
  options: RequirementOptions;
  words: Words;
}

export function RequirementFields({ draft, set, errors, options, words }: Props) {
  const w = (key: string): string => words[key] ?? key;
  const shared = { errors, errorPrefix: w("errorPrefix") };
  return (
    <>
      <TextControl
        {...shared}
        path="title"
        required
        label={w("title")}
        value={draft.title}
        onChange={(title) => set({ title })}
      />
      <div className="g2 even">
        <SelectControl
          {...shared}
          path="capability"
          required
          label={w("capability")}
          value={draft.capability}
          onChange={(capability) => set({ capability })}
          options={options.capabilities}
          none={w("chooseOne")}
        />
        <SelectControl
          {...shared}
          path="priority"
          required
          label={w("priority")}
          value={draft.priority}
          onChange={(priority) => set({ priority })}
          options={options.priorities}
          none={w("chooseOne")}
        />
        <SelectControl
          {...shared}
          path="domain"
          required
          label={w("domain")}
          value={draft.domain}
          onChange={(domain) => set({ domain })}
          options={options.domains}
          none={w("chooseOne")}
        />
        <SelectControl
          {...shared}
          path="location"
          required
          label={w("location")}
          value={draft.location}
          onChange={(location) => set({ location })}
          options={options.locations}
          none={w("chooseOne")}
        />
      </div>
      <RadioControl
        {...shared}
        path="measure"
        required
        label={w("measure")}
        hint={w("measureHint")}
        value={draft.measure}
        onChange={(measure) => set({ measure })}
        options={[
          { value: "quantity", label: w("quantityWord") },
          { value: "money", label: w("moneyWord") },
        ]}
      />
      {draft.measure === "money" ? (
        <Cost {...{ draft, set, shared, w }} />
      ) : (
        <Need {...{ draft, set, shared, w, options }} />
      )}
      <RadioControl
        {...shared}
        path="neededBy"
        required
        label={w("neededBy")}
        value={draft.by}
        onChange={(by) => set({ by })}
        options={[
          { value: "day", label: w("byDay") },
          { value: "date", label: w("byDate") },
          { value: "nothing", label: w("byNothing") },
        ]}
      />
      {draft.by === "day" ? (
        <TextControl
          {...shared}
          path="neededBy.day"
          label={w("day")}
          hint={w("dayHint")}
          value={draft.day}
          onChange={(day) => set({ day })}
          numeric
        />
      ) : null}
      {draft.by === "date" ? (
        <DateControl
          {...shared}
          path="neededBy.date"
          label={w("date")}
          value={draft.date}
          onChange={(date) => set({ date })}
        />
      ) : null}
      <div className="g2 even">
        <SelectControl
          {...shared}
          path="criticality"
          required
          label={w("criticality")}
          value={draft.criticality}
          onChange={(criticality) => set({ criticality })}
          options={options.criticalities}
          none={w("chooseOne")}
        />
        <SelectControl
          {...shared}
          path="lead"
          label={w("lead")}
          value={draft.lead}
          onChange={(lead) => set({ lead })}
          options={options.leads}
          none={w("noLead")}
        />
      </div>
      <TextControl
        {...shared}
        path="note"
        label={w("note")}
        value={draft.note}
        onChange={(note) => set({ note })}
        rows={3}
      />
    </>
  );
}

interface Part {
  draft: RequirementDraft;
  set: (part: Partial<RequirementDraft>) => void;
  shared: { errors: ReadonlyMap<string, string>; errorPrefix: string };
  w: (key: string) => string;
}

function Need({ draft, set, shared, w, options }: Part & { options: RequirementOptions }) {
  return (
    <div className="g2 even">
      <SelectControl
        {...shared}
        path="quantity.kind"
        required
        label={w("kind")}
        value={draft.kind}
        onChange={(kind) => set({ kind })}
        options={options.kinds}
        none={w("chooseOne")}
      />
      <SelectControl
        {...shared}
        path="quantity.unit"
        required
        label={w("unit")}
        value={draft.unit}
        onChange={(unit) => set({ unit })}
        options={options.units}
        none={w("chooseOne")}
      />
      <TextControl
        {...shared}
        path="quantity.min"
        required
        label={w("number")}
        value={draft.min}
        onChange={(min) => set({ min })}
        numeric
      />
      {draft.kind === "RANGE" ? (
        <TextControl
          {...shared}
          path="quantity.max"
          required
          label={w("numberTo")}
          value={draft.max}
          onChange={(max) => set({ max })}
          numeric
        />
      ) : null}
    </div>
  );
}

function Cost({ draft, set, shared, w }: Part) {
  return (
    <div className="g2 even">
      <TextControl
        {...shared}
        path="money.amount"
        required
        label={w("amount")}
        value={draft.amount}
        onChange={(amount) => set({ amount })}
        numeric
      />
      <TextControl
        {...shared}
        path="money.currency"
        required
        label={w("currency")}
        hint={w("currencyHint")}
        value={draft.currency}
        onChange={(currency) => set({ currency })}
      />
    </div>
  );
}
