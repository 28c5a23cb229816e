"use client";
// The columns of a file, the contents of their first rows, and the field that each is mapped to.
import { fillIn } from "@/components/form/fill";
import type { Option } from "@/components/form/words";
import { codeLook } from "@/components/ui/looks";
import { columnLetter } from "@/lib/domain/import/import-columns";
import type { ImportFormWords } from "./words";

interface Props {
  title: string;
  header: readonly string[];
  sample: readonly (readonly string[])[];
  /** The field of each column; empty for none. */
  fieldByColumn: readonly string[];
  onHold: (column: number, field: string) => void;
  fields: readonly Option[];
  words: ImportFormWords<"mapping">;
  errors: ReadonlyMap<string, string>;
}

export function MappingTable({ title, header, sample, fieldByColumn, onHold, fields, words, errors }: Props) {
  return (
    <table className="ledger stack mb-5">
      <caption className="sr-only">{title}</caption>
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
            <td data-l={words.column} className={codeLook()}>
              {columnLetter(column)}
            </td>
            <th scope="row">
              {heading === "" ? (
                <span className="text-muted">{words.noHeading}</span>
              ) : (
                <span translate="no">{heading}</span>
              )}
            </th>
            <td data-l={words.sample} className="text-muted" translate="no">
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
                value={fieldByColumn[column]}
                onChange={(event) => onHold(column, event.target.value)}
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
  );
}
