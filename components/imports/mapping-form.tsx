"use client";
// What each column of a file holds, and the values that all rows share.
import { useState } from "react";
import { SelectControl, TextControl } from "@/components/form/controls";
import { fillIn } from "@/components/form/fill";
import { FormFrame } from "@/components/form/form-frame";
import { navigateWithMessage } from "@/components/form/flash-message";
import { useSave } from "@/components/form/use-save";
import type { Option } from "@/components/form/words";
import type { ImportFormWords } from "./words";
import {
  columnLetter,
  NEEDED_FIELDS,
  type ImportColumns,
  type ImportField,
} from "@/lib/domain/import/import-columns";
import type { FileValues } from "@/lib/domain/import/import-row";

interface Props {
  id: string;
  title: string;
  words: ImportFormWords<"mapping">;
  header: readonly string[];
  sample: readonly (readonly string[])[];
  columns: ImportColumns;
  values: FileValues;
  fields: readonly Option[];
  ownerships: readonly Option[];
  reliabilities: readonly Option[];
  credibilities: readonly Option[];
}

export function MappingForm({ id, title, words, header, sample, fields, ...given }: Props) {
  const [held, setHeld] = useState<readonly string[]>(() =>
    header.map((_, column) => fieldAt(given.columns, column)),
  );
  const [values, setValues] = useState(given.values);
  const { save, say, busy, troubles, errors, attempt } = useSave(words, false);
  const labelOf = (field: string): string => fields.find(({ value }) => value === field)?.label ?? field;
  const set = (part: Partial<FileValues>) => setValues((before) => ({ ...before, ...part }));

  const submit = async () => {
    const lacking = NEEDED_FIELDS.filter((field) => !held.includes(field));
    if (lacking.length > 0) {
      const message = fillIn(words["columns-missing"], { fields: lacking.map(labelOf).join(", ") });
      return say([{ field: "column-0", message }]);
    }
    const twice = held.findIndex((field, column) => field !== "" && held.indexOf(field) < column);
    if (twice >= 0)
      return say([
        {
          field: `column-${String(twice)}`,
          message: fillIn(words["column-twice"], { field: labelOf(held[twice] ?? "") }),
        },
      ]);
    const columns = Object.fromEntries(
      held.flatMap((field, column) => (field === "" ? [] : [[field, column]])),
    );
    const sent = await save({ method: "PUT", path: `/imports/${id}/mapping`, body: { columns, values } });
    if (sent?.ok) navigateWithMessage(`/imports/${id}`, null);
  };
  const shared = { errors, errorPrefix: words.errorPrefix };
  return (
    <FormFrame
      {...{ words, title, troubles, attempt, busy }}
      submit={words.submit}
      onSubmit={() => void submit()}
      cancelHref="/imports"
      className="lform max-w-none"
    >
      <table className="ledger stack mb-5">
        <caption className="vh">{title}</caption>
        <thead>
          <tr>
            {(["column", "heading", "sample", "holds"] as const).map((name) => (
              <th key={name} scope="col">
                {words[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {header.map((heading, column) => (
            <tr key={column}>
              <td data-l={words.column} className="mono">
                {columnLetter(column)}
              </td>
              <th scope="row">
                {heading === "" ? (
                  <span className="muted">{words.noHeading}</span>
                ) : (
                  <span translate="no">{heading}</span>
                )}
              </th>
              <td data-l={words.sample} className="muted" translate="no">
                <div>
                  {sample
                    .map((row) => row[column] ?? "")
                    .filter((cell) => cell !== "")
                    .map((cell, place) => (
                      <span key={place} className="block wrap-anywhere">
                        {cell.length > 60 ? `${cell.slice(0, 57)}…` : cell}
                      </span>
                    ))}
                </div>
              </td>
              <td data-l={words.holds}>
                <select
                  id={`column-${String(column)}`}
                  className="input"
                  aria-label={fillIn(words.holdsOf, { letter: columnLetter(column), heading })}
                  aria-invalid={errors.has(`column-${String(column)}`) || undefined}
                  value={held[column]}
                  onChange={(event) => {
                    const { value } = event.target;
                    setHeld((before) => before.map((field, place) => (place === column ? value : field)));
                  }}
                >
                  <option value="">{words.notUsed}</option>
                  {fields.map(({ value, label }) => (
                    <option key={value} value={value}>
                      {label}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3 className="mb-1">{words.values}</h3>
      <p className="hint mb-3">{words.valuesHint}</p>
      <div className="grid items-end gap-x-5 md:grid-cols-2">
        <TextControl
          {...shared}
          path="values.language"
          required
          label={words.language}
          hint={words.languageHint}
          value={values.language}
          onChange={(language) => set({ language })}
        />
        <SelectControl
          {...shared}
          path="values.ownership"
          required
          label={words.ownership}
          value={values.ownership}
          onChange={(ownership) => set({ ownership: ownership as FileValues["ownership"] })}
          options={given.ownerships}
        />
        <SelectControl
          {...shared}
          path="values.reliability"
          required
          label={words.reliability}
          value={values.reliability}
          onChange={(reliability) => set({ reliability: reliability as FileValues["reliability"] })}
          options={given.reliabilities}
        />
        <SelectControl
          {...shared}
          path="values.credibility"
          required
          label={words.credibility}
          value={String(values.credibility)}
          onChange={(credibility) => set({ credibility: Number(credibility) as FileValues["credibility"] })}
          options={given.credibilities}
        />
      </div>
    </FormFrame>
  );
}

const fieldAt = (columns: ImportColumns, column: number): string =>
  (Object.entries(columns) as [ImportField, number][]).find(([, place]) => place === column)?.[0] ?? "";
