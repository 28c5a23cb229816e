"use client";
// What kind of evidence the text is: once for all that is accepted from it, or in each row's form without a script.
import { SelectControl, textFields } from "@/components/form/controls";
import type { DraftsOptions, DraftsWords } from "./rows";
import type { GradeTyped } from "./missing";

interface Props {
  grade: GradeTyped;
  onChange: (part: Partial<GradeTyped>) => void;
  options: DraftsOptions;
  words: DraftsWords;
}

export function TextGrade({ grade, onChange, options, words }: Props) {
  const fieldOf = textFields(grade, onChange);
  return (
    <fieldset className="mb-4 noscript:hidden">
      <legend className="font-semibold">{words.grade}</legend>
      <p className="mb-2 text-muted">{words.gradeHint}</p>
      <div className="grid grid-cols-3 gap-x-4 max-md:grid-cols-1">
        <SelectControl
          {...fieldOf("kind")}
          label={words.evidenceKind}
          options={options.evidenceKinds}
          none={words.choose}
          required
        />
        <SelectControl
          {...fieldOf("reliability")}
          label={words.reliability}
          options={options.reliabilities}
          none={words.choose}
          required
        />
        <SelectControl
          {...fieldOf("credibility")}
          label={words.credibility}
          options={options.credibilities}
          none={words.choose}
          required
        />
      </div>
    </fieldset>
  );
}

/** Only for a browser without a script. */
export function PlainGrade({ row, options, words }: Pick<Props, "options" | "words"> & { row: string }) {
  const asked = [
    ["kind", words.evidenceKind, options.evidenceKinds],
    ["reliability", words.reliability, options.reliabilities],
    ["credibility", words.credibility, options.credibilities],
  ] as const;
  return (
    <noscript>
      {asked.map(([name, label, choices]) => (
        <label key={name} className="mb-3 block">
          {label}
          <select className="input" name={`${row}.${name}`} required defaultValue="">
            <option value="">{words.choose}</option>
            {choices.map(({ value, label: text }) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
        </label>
      ))}
    </noscript>
  );
}
