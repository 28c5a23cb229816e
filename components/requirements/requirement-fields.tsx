"use client";
import { RadioControl, SelectControl, TextControl, textFields } from "@/components/form/controls";
import { DateControl } from "@/components/form/dates/date-control";
import { MoneyFields } from "@/components/pledges/contribution-form/money-fields";
import type { RequirementDraft } from "./draft";
import type { RequirementOptions, RequirementWords } from "./words";

interface Props {
  draft: RequirementDraft;
  set: (part: Partial<RequirementDraft>) => void;
  options: RequirementOptions;
  words: RequirementWords;
}

export function RequirementFields({ draft, set, options, words }: Props) {
  const fieldOf = textFields(draft, set);
  const part = { fieldOf, draft, set, words };
  return (
    <>
      <TextControl {...fieldOf("title")} required label={words.title} />
      <Subject {...part} options={options} />
      <RadioControl
        {...fieldOf("measure")}
        required
        label={words.measure}
        hint={words.measureHint}
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
      <div className="two-fields grid-cols-[1fr_1fr] mb-4 max-md:grid-cols-1">
        <SelectControl
          {...fieldOf("criticality")}
          required
          label={words.criticality}
          options={options.criticalities}
          none={words.chooseOne}
        />
        <SelectControl {...fieldOf("lead")} label={words.lead} options={options.leads} none={words.noLead} />
      </div>
      <TextControl {...fieldOf("note")} label={words.note} rows={3} />
    </>
  );
}

interface Part {
  fieldOf: ReturnType<typeof textFields<RequirementDraft>>;
  draft: RequirementDraft;
  set: (part: Partial<RequirementDraft>) => void;
  words: RequirementWords;
}

/** What is needed, where, and how urgently. */
function Subject({ fieldOf, words, options }: Part & { options: RequirementOptions }) {
  return (
    <div className="two-fields grid-cols-[1fr_1fr] mb-4 max-md:grid-cols-1">
      <SelectControl
        {...fieldOf("capability")}
        required
        label={words.capability}
        options={options.capabilities}
        none={words.chooseOne}
      />
      <SelectControl
        {...fieldOf("priority")}
        required
        label={words.priority}
        options={options.priorities}
        none={words.chooseOne}
      />
      <SelectControl
        {...fieldOf("domain")}
        required
        label={words.domain}
        options={options.domains}
        none={words.chooseOne}
      />
      <SelectControl
        {...fieldOf("location")}
        required
        label={words.location}
        options={options.locations}
        none={words.chooseOne}
      />
    </div>
  );
}

function Need({ fieldOf, draft, words, options }: Part & { options: RequirementOptions }) {
  return (
    <div className="two-fields grid-cols-[1fr_1fr] mb-4 max-md:grid-cols-1">
      <SelectControl
        {...fieldOf("kind", "quantity.kind")}
        required
        label={words.kind}
        options={options.kinds}
        none={words.chooseOne}
      />
      <SelectControl
        {...fieldOf("unit", "quantity.unit")}
        required
        label={words.unit}
        options={options.units}
        none={words.chooseOne}
      />
      <TextControl {...fieldOf("min", "quantity.min")} required label={words.number} numeric />
      {draft.kind === "RANGE" ? (
        <TextControl {...fieldOf("max", "quantity.max")} required label={words.numberTo} numeric />
      ) : null}
    </div>
  );
}

function Cost({ draft, set, words, options }: Part & { options: RequirementOptions }) {
  return (
    <div className="two-fields grid-cols-[1fr_1fr] mb-4 max-md:grid-cols-1">
      <MoneyFields
        money={draft.sum}
        at="money"
        set={(sum) => set({ sum })}
        kinds={options.kinds}
        currencies={options.currencies}
        required
        words={{ ...words, noCurrency: words.chooseOne }}
      />
    </div>
  );
}

function NeededBy({ fieldOf, draft, words }: Part) {
  return (
    <>
      <RadioControl
        {...fieldOf("by", "neededBy")}
        required
        label={words.neededBy}
        options={[
          { value: "day", label: words.byDay },
          { value: "date", label: words.byDate },
          { value: "nothing", label: words.byNothing },
        ]}
      />
      {draft.by === "day" ? (
        <TextControl {...fieldOf("day", "neededBy.day")} label={words.day} hint={words.dayHint} numeric />
      ) : null}
      {draft.by === "date" ? <DateControl {...fieldOf("date", "neededBy.date")} label={words.date} /> : null}
    </>
  );
}
