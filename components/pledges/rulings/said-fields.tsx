"use client";
// What the record should say after the ruling, for the fields that have one value.
import { RadioControl, SelectControl, TextControl } from "@/components/form/controls";
import { DateControl } from "@/components/form/dates/date-control";
import { MoneyFields } from "../contribution-form/money-fields";
import { QuantityFields } from "../contribution-form/quantity-fields";
import type { FormOptions, PledgeFormWords } from "../pledge-form/options";
import { needsUnit, type DraftSaid, type SaidField } from "./said-field";

interface Props {
  field: SaidField;
  said: DraftSaid;
  set: (change: Partial<DraftSaid>) => void;
  options: FormOptions;
  words: PledgeFormWords;
}

export function SaidFields({ field, said, set, options, words }: Props) {
  return (
    <>
      <RadioControl
        path="says"
        required
        label={words.rulingSays}
        value={said.by}
        onChange={(by) => set({ by: by as DraftSaid["by"] })}
        options={[
          { value: "value", label: words.rulingSaysValue, meaning: words.rulingSaysValueHint },
          { value: "words", label: words.rulingSaysWords, meaning: words.rulingSaysWordsHint },
        ]}
      />
      {said.by !== "value" ? null : (
        <>
          {field.lines.length < 2 ? null : (
            <SelectControl
              path="line"
              label={words.rulingLine}
              value={said.line || (field.lines[0]?.value ?? "")}
              onChange={(line) => set({ line })}
              options={field.lines}
            />
          )}
          <Value {...{ field, said, set, options, words }} />
        </>
      )}
    </>
  );
}

function Value({ field, said, set, options, words }: Props) {
  const { is, options: choices } = field;
  const text = {
    path: "value",
    label: words.rulingValue,
    value: said.text,
    onChange: (value: string) => set({ text: value }),
  };
  switch (is) {
    case "quantity":
      return (
        <QuantityFields
          line={said.quantity}
          at="says"
          set={(change) => set({ quantity: { ...said.quantity, ...change } })}
          knows={false}
          required
          needsUnit={needsUnit(field, said)}
          options={options}
          words={words}
        />
      );
    case "money":
      return (
        <MoneyFields
          money={said.sum}
          at="says.money"
          set={(sum) => set({ sum })}
          kinds={options.numberedKinds}
          currencies={options.currencies}
          words={words}
        />
      );
    case "day":
      return <DateControl {...text} />;
    case "code":
      return <SelectControl {...text} required options={choices} none={words.choose} />;
    default:
      return <TextControl {...text} numeric={is === "number"} />;
  }
}
