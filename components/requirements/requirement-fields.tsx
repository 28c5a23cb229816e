"use client";
import { RadioControl, SelectControl, TextControl } from "@/components/form/controls";
import { DateControl } from "@/components/form/date-control";
import { MoneyFields } from "@/components/pledges/contribution-form/money-fields";
import type { RequirementDraft } from "./draft";
import type { RequirementOptions, RequirementWords } from "./words";

interface Props {
  draft: RequirementDraft;
  set: (part: Partial<RequirementDraft>) => void;
  errors: ReadonlyMap<string, string>;
  options: RequirementOptions;
  words: RequirementWords;
}

export function RequirementFields({ draft, set, errors, options, words }: Props) {
  const shared = { errors, errorPrefix: words.errorPrefix };
  const part = { draft, set, shared, words };
  return (
    <>
      <TextControl
        {...shared}
        path="title"
        required
        label={words.title}
        value={draft.title}
        onChange={(title) => set({ title })}
      />
      <Subject {...part} options={options} />
      <RadioControl
        {...shared}
        path="measure"
        required
        label={words.measure}
        hint={words.measureHint}
        value={draft.measure}
        onChange={(measure) => set({ measure })}
        options={[
          { value: "quantity", label: words.quantityWord },
          { value: "money", label: words.moneyWord },
        ]}
      />
      {draft.measure === "money" ? (
        <Cost {...part} options={options} />
      ) : (
        <Need {...part} options={options} />
      )}
      <NeededBy {...part} />
      <div className="g2 even">
        <SelectControl
          {...shared}
          path="criticality"
          required
          label={words.criticality}
          value={draft.criticality}
          onChange={(criticality) => set({ criticality })}
          options={options.criticalities}
          none={words.chooseOne}
        />
        <SelectControl
          {...shared}
          path="lead"
          label={words.lead}
          value={draft.lead}
          onChange={(lead) => set({ lead })}
          options={options.leads}
          none={words.noLead}
        />
      </div>
      <TextControl
        {...shared}
        path="note"
        label={words.note}
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
  words: RequirementWords;
}

/** What is needed, where, and how urgently. */
function Subject({ draft, set, shared, words, options }: Part & { options: RequirementOptions }) {
  return (
    <div className="g2 even">
      <SelectControl
        {...shared}
        path="capability"
        required
        label={words.capability}
        value={draft.capability}
        onChange={(capability) => set({ capability })}
        options={options.capabilities}
        none={words.chooseOne}
      />
      <SelectControl
        {...shared}
        path="priority"
        required
        label={words.priority}
        value={draft.priority}
        onChange={(priority) => set({ priority })}
        options={options.priorities}
        none={words.chooseOne}
      />
      <SelectControl
        {...shared}
        path="domain"
        required
        label={words.domain}
        value={draft.domain}
        onChange={(domain) => set({ domain })}
        options={options.domains}
        none={words.chooseOne}
      />
      <SelectControl
        {...shared}
        path="location"
        required
        label={words.location}
        value={draft.location}
        onChange={(location) => set({ location })}
        options={options.locations}
        none={words.chooseOne}
      />
    </div>
  );
}

function Need({ draft, set, shared, words, options }: Part & { options: RequirementOptions }) {
  return (
    <div className="g2 even">
      <SelectControl
        {...shared}
        path="quantity.kind"
        required
        label={words.kind}
        value={draft.kind}
        onChange={(kind) => set({ kind })}
        options={options.kinds}
        none={words.chooseOne}
      />
      <SelectControl
        {...shared}
        path="quantity.unit"
        required
        label={words.unit}
        value={draft.unit}
        onChange={(unit) => set({ unit })}
        options={options.units}
        none={words.chooseOne}
      />
      <TextControl
        {...shared}
        path="quantity.min"
        required
        label={words.number}
        value={draft.min}
        onChange={(min) => set({ min })}
        numeric
      />
      {draft.kind === "RANGE" ? (
        <TextControl
          {...shared}
          path="quantity.max"
          required
          label={words.numberTo}
          value={draft.max}
          onChange={(max) => set({ max })}
          numeric
        />
      ) : null}
    </div>
  );
}

function Cost({ draft, set, shared: { errors }, words, options }: Part & { options: RequirementOptions }) {
  return (
    <div className="g2 even">
      <MoneyFields
        money={draft.sum}
        at="money"
        set={(sum) => set({ sum })}
        kinds={options.kinds}
        currencies={options.currencies}
        required
        words={{ ...words, noCurrency: words.chooseOne }}
        errors={errors}
      />
    </div>
  );
}

function NeededBy({ draft, set, shared, words }: Part) {
  return (
    <>
      <RadioControl
        {...shared}
        path="neededBy"
        required
        label={words.neededBy}
        value={draft.by}
        onChange={(by) => set({ by })}
        options={[
          { value: "day", label: words.byDay },
          { value: "date", label: words.byDate },
          { value: "nothing", label: words.byNothing },
        ]}
      />
      {draft.by === "day" ? (
        <TextControl
          {...shared}
          path="neededBy.day"
          label={words.day}
          hint={words.dayHint}
          value={draft.day}
          onChange={(day) => set({ day })}
          numeric
        />
      ) : null}
      {draft.by === "date" ? (
        <DateControl
          {...shared}
          path="neededBy.date"
          label={words.date}
          value={draft.date}
          onChange={(date) => set({ date })}
        />
      ) : null}
    </>
  );
}
