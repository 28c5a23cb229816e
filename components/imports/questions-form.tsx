"use client";
// One answer for all cells that are alike. Only what the file proves is preselected.
import { useState } from "react";
import { SelectControl } from "@/components/form/controls";
import { FormFrame } from "@/components/form/form-frame";
import { navigateWithMessage } from "@/components/form/flash-message";
import { useSave } from "@/components/form/use-save";
import type { Option } from "@/components/form/words";
import type { FileAnswers, FileValues, WordField } from "@/lib/domain/import/file-answers";
import type { ImportColumns } from "@/lib/domain/import/import-columns";
import { LEFT_OPEN } from "./left-open";
import type { ImportFormWords } from "./words";

export interface WordQuestion {
  field: WordField;
  title: string;
  options: readonly Option[];
  /** `means`: the answer in force, as the value of an option; empty: none. */
  words: readonly { key: string; label: string; means: string }[];
}

interface Props {
  id: string;
  title: string;
  words: ImportFormWords<"questions">;
  columns: ImportColumns;
  values: FileValues;
  answers: FileAnswers;
  dates: {
    title: string;
    hint: string;
    dayFirst: string;
    monthFirst: string;
    proven: "day" | "month" | null;
    why: string | null;
  } | null;
  years: string | null;
  numbers: { title: string; hint: string } | null;
  fields: readonly WordQuestion[];
}

/** By field and word; empty: not answered. */
type Chosen = Readonly<Record<string, string>>;
const chosenKey = (field: string, key: string): string => `${field} ${key}`;

export function QuestionsForm({ id, title, words, columns, values, answers, ...asked }: Props) {
  const { dates, years, numbers, fields } = asked;
  const [order, setOrder] = useState(dates?.proven ?? "");
  const [isCentury, setCentury] = useState(answers.years2000);
  const [fraction, setFraction] = useState("");
  const [chosen, setChosen] = useState(() => answersInForce(fields));
  const { save, say, busy, troubles, attempt } = useSave(words, false);

  const submit = async () => {
    const given: FileAnswers = {
      dayFirst: order === "" ? answers.dayFirst : order === "day",
      years2000: isCentury,
      decimalComma: fraction === "" ? answers.decimalComma : fraction === "comma",
      words: answeredWords(answers.words, fields, chosen),
    };
    if (JSON.stringify(given) === JSON.stringify(answers)) return say([{ field: "", message: words.none }]);
    const body = { columns, values: { ...values, answers: given } };
    const sent = await save({ method: "PUT", path: `/imports/${id}/mapping`, body });
    if (sent?.ok) navigateWithMessage(`/imports/${id}`, null);
  };
  return (
    <FormFrame
      {...{ words, title, troubles, attempt, busy }}
      submit={words.submit}
      onSubmit={submit}
      cancelHref="/imports"
      className="max-w-none"
    >
      <div className="grid items-start gap-x-5 md:grid-cols-2 xl:grid-cols-3">
        {dates ? (
          <fieldset className="field">
            <legend>{dates.title}</legend>
            <p className="mb-1 text-muted">{dates.hint}</p>
            <Choice name="order" value="day" label={dates.dayFirst} chosen={order} onChoose={setOrder} />
            <Choice name="order" value="month" label={dates.monthFirst} chosen={order} onChoose={setOrder} />
            {dates.why === null ? null : <p className="text-caption text-muted">{dates.why}</p>}
          </fieldset>
        ) : null}
        {years === null ? null : (
          <label className="field flex min-h-6 items-center gap-2">
            <input
              type="checkbox"
              className="check"
              checked={isCentury}
              onChange={(event) => setCentury(event.target.checked)}
            />
            {years}
          </label>
        )}
        {numbers ? (
          <fieldset className="field">
            <legend>{numbers.title}</legend>
            <p className="mb-1 text-muted">{numbers.hint}</p>
            <Choice
              name="fraction"
              value="comma"
              label={words.comma}
              chosen={fraction}
              onChoose={setFraction}
            />
            <Choice name="fraction" value="dot" label={words.dot} chosen={fraction} onChoose={setFraction} />
          </fieldset>
        ) : null}
        {fields.map((question) => (
          <fieldset key={question.field} className="field">
            <legend>{question.title}</legend>
            {question.words.map(({ key, label }) => (
              <SelectControl
                key={key}
                path={`${question.field}-${key}`}
                label={label}
                value={chosen[chosenKey(question.field, key)] ?? ""}
                onChange={(value) =>
                  setChosen((before) => ({ ...before, [chosenKey(question.field, key)]: value }))
                }
                options={question.options}
                none={words.choose}
              />
            ))}
          </fieldset>
        ))}
      </div>
    </FormFrame>
  );
}

const answersInForce = (fields: readonly WordQuestion[]): Chosen =>
  Object.fromEntries(
    fields.flatMap(({ field, words }) => words.map(({ key, means }) => [chosenKey(field, key), means])),
  );

function answeredWords(
  before: FileAnswers["words"],
  fields: readonly WordQuestion[],
  chosen: Chosen,
): FileAnswers["words"] {
  const answered: Record<string, Record<string, string>> = {};
  for (const [field, of] of Object.entries(before)) answered[field] = { ...of };
  for (const { field, words } of fields)
    for (const { key } of words) {
      const means = chosen[chosenKey(field, key)] ?? "";
      if (means !== "") answered[field] = { ...answered[field], [key]: means === LEFT_OPEN ? "" : means };
      else if (answered[field]) {
        const { [key]: _, ...others } = answered[field];
        answered[field] = others;
      }
    }
  return answered;
}

interface ChoiceProps {
  name: string;
  value: string;
  label: string;
  chosen: string;
  onChoose: (value: string) => void;
}

const Choice = ({ name, value, label, chosen, onChoose }: ChoiceProps) => (
  <label className="flex min-h-6 items-center gap-2">
    <input
      type="radio"
      name={name}
      value={value}
      checked={chosen === value}
      onChange={() => onChoose(value)}
    />
    {label}
  </label>
);
