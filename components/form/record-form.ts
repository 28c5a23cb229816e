// What a form is told about the record that it changes.
import type { Conflict } from "@/lib/domain/base/refusal";
import { fillIn } from "./fill";
import type { Clash, MergedFields } from "./merge";
import type { SaveRequest } from "./use-save";
import type { Words } from "./words";
import { labelled } from "@/lib/i18n/signs";

export interface RecordForm<Draft extends object, Read extends { version: number }, Saved> {
  words: Words;
  /** Whose draft it is, and the name it is kept by in this browser. */
  account: string;
  name: string;
  /** The record as the page shows it; `path`, below /api/v1, is where it is read again. */
  read: Read;
  path: string;
  /** The record as what is typed, and back as what is sent, both by the same fields; what else a draft has, as a reason,
      is no part of the record. */
  take: (read: Read) => Draft;
  body: (draft: Draft) => MergedFields;
  /** What the draft begins with in place of what is on record. */
  start?: Partial<Draft>;
  /** Fields of one meaning: whoever changes one of them has the others in mind. */
  together?: readonly (readonly string[])[];
  /** How it is sent, if not as a PATCH of the changes. */
  wish?: (changes: MergedFields, draft: Draft) => SaveRequest;
  /** Of the record's fields, and of lines: `contributions.line` ("Contribution {n}"), `contributions.quantity`. */
  names: Readonly<Record<string, string>>;
  /** The answer, or null where others had made the same change already; `said` when others had changed it, too. */
  onSaved: (saved: Saved | null, said: string | null) => void;
}

export interface StoredRecord<Draft> {
  draft: Draft;
  /** What the record was when editing began, and its version. */
  base: Draft;
  version: number;
}

/** What stands against each other, for `<Comparison>`. */
export interface ConflictingRecord {
  conflict: Conflict;
  clashes: readonly (Clash & { name: string })[];
}

export function fieldNameOf({ field, line, of }: Clash, names: Readonly<Record<string, string>>): string {
  if (line === undefined) return names[field] ?? field;
  const whole = fillIn(names[`${field}.line`] ?? names[field], { n: line });
  return of === undefined ? whole : labelled(whole ?? "", names[`${field}.${of}`] ?? of);
}

/** "Saved. Meanwhile … had changed: Title, Stage." `fields` that no one calls by a name aren't told. */
export function mergedWords(
  who: string,
  fields: readonly string[],
  form: { words: Words; names: Words },
): string {
  const told = [...new Set(fields)].flatMap((field) => form.names[field] ?? []);
  return told.length > 0
    ? fillIn(form.words.mergedSaid, { who, fields: told.join(", ") })
    : fillIn(form.words.mergedAsWell, { who });
}
