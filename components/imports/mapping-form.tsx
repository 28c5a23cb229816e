"use client";
// What each column of a file holds, and the values that all rows share.
import { useState } from "react";
import { SelectControl, TextControl, textFields } from "@/components/form/controls";
import { fillIn } from "@/components/form/fill";
import { FormFrame } from "@/components/form/form-frame";
import { navigateWithMessage } from "@/components/form/flash-message";
import { useSave } from "@/components/form/use-save";
import type { Option } from "@/components/form/words";
import { MappingTable } from "./mapping-table";
import type { ImportFormWords } from "./words";
import { NEEDED_FIELDS, type ImportColumns, type ImportField } from "@/lib/domain/import/import-columns";
import type { FileValues } from "@/lib/domain/import/file-answers";

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
  evidenceKinds: readonly Option[];
}

export function MappingForm({ id, title, words, header, sample, fields, ...given }: Props) {
  const [fieldByColumn, setFieldByColumn] = useState<readonly string[]>(() =>
    header.map((_, column) => fieldAt(given.columns, column)),
  );
  const [values, setValues] = useState(given.values);
  const { save, say, busy, troubles, errors, attempt } = useSave(words, false);
  const labelOf = (field: string): string => fields.find(({ value }) => value === field)?.label ?? field;
  const set = (part: Partial<FileValues>) => setValues((before) => ({ ...before, ...part }));

  const submit = async () => {
    const lacking = NEEDED_FIELDS.filter((field) => !fieldByColumn.includes(field));
    if (lacking.length > 0) {
      const message = fillIn(words["columns-missing"], { fields: lacking.map(labelOf).join(", ") });
      return say([{ field: "column-0", message }]);
    }
    const twice = fieldByColumn.findIndex(
      (field, column) => field !== "" && fieldByColumn.indexOf(field) < column,
    );
    if (twice >= 0)
      return say([
        {
          field: `column-${String(twice)}`,
          message: fillIn(words["column-twice"], { field: labelOf(fieldByColumn[twice] ?? "") }),
        },
      ]);
    const columns = Object.fromEntries(
      fieldByColumn.flatMap((field, column) => (field === "" ? [] : [[field, column]])),
    );
    const sent = await save({ method: "PUT", path: `/imports/${id}/mapping`, body: { columns, values } });
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
      <MappingTable
        {...{ title, header, sample, fieldByColumn, fields, words, errors }}
        onHold={(column, field) =>
          setFieldByColumn((before) => before.map((other, place) => (place === column ? field : other)))
        }
      />
      <h3 id="values" className="mb-1">
        {words.values}
      </h3>
      <p className="mb-3 text-muted">{words.valuesHint}</p>
      <SharedValues {...given} {...{ values, set, words }} />
    </FormFrame>
  );
}

type ValuesProps = Pick<
  Props,
  "values" | "ownerships" | "reliabilities" | "credibilities" | "evidenceKinds" | "words"
> & {
  set: (part: Partial<FileValues>) => void;
};

/** What all rows have in common. */
function SharedValues({ values, set, words, ...options }: ValuesProps) {
  const fieldOf = textFields(values, set);
  return (
    <div className="grid items-end gap-x-5 md:grid-cols-2 xl:grid-cols-3">
      <TextControl
        path="values.publisher"
        label={words.publisher}
        value={values.publisher ?? ""}
        onChange={(publisher) => set({ publisher: publisher === "" ? undefined : publisher })}
      />
      <SelectControl
        path="values.evidenceKind"
        label={words.evidenceKind}
        value={values.evidenceKind ?? ""}
        onChange={(kind) =>
          set({ evidenceKind: kind === "" ? undefined : (kind as FileValues["evidenceKind"]) })
        }
        options={options.evidenceKinds}
        none={words.eachRow}
      />
      <TextControl
        {...fieldOf("language", "values.language")}
        required
        label={words.language}
        hint={words.languageHint}
      />
      <SelectControl
        path="values.ownership"
        required
        label={words.ownership}
        value={values.ownership}
        onChange={(ownership) => set({ ownership: ownership as FileValues["ownership"] })}
        options={options.ownerships}
      />
      <SelectControl
        path="values.reliability"
        required
        label={words.reliability}
        value={values.reliability}
        onChange={(reliability) => set({ reliability: reliability as FileValues["reliability"] })}
        options={options.reliabilities}
      />
      <SelectControl
        path="values.credibility"
        required
        label={words.credibility}
        value={String(values.credibility)}
        onChange={(credibility) => set({ credibility: Number(credibility) as FileValues["credibility"] })}
        options={options.credibilities}
      />
    </div>
  );
}

const fieldAt = (columns: ImportColumns, column: number): string =>
  (Object.entries(columns) as [ImportField, number][]).find(([, place]) => place === column)?.[0] ?? "";
