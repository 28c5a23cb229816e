// What a form says about the record that it changes.
import type { Conflict } from "@/lib/domain/base/refusal";
import { fillIn } from "./fill";
import type { Clash, MergedFields, MergeSide } from "./merging/merge";
import type { SaveRequest } from "./use-save";
import type { FormWords } from "./words";
import { labelled } from "@/lib/i18n/signs";

export interface RecordForm<Draft extends object, Read extends { version: number }, Saved> {
  words: FormWords;
  /** Name of the draft in this browser's storage. */
  name: string;
  /** The record as the page shows it. `path`, below /api/v1: where it is read again. */
  read: Read;
  path: string;
  /**
   * `take`: the record as a draft. `body`: the draft as it is sent. Both have the same fields. Anything else
   * in a draft, such as a reason, isn't part of the record.
   */
  toDraft: (read: Read) => Draft;
  body: (draft: Draft) => MergedFields;
  /** What the draft begins with, in place of what is on record. */
  start?: Partial<Draft>;
  /** Fields that belong together: anyone who changes one of them means the others, too. */
  together?: readonly (readonly string[])[];
  /** How to send it, if not as a PATCH of the changes. */
  request?: (changes: MergedFields, draft: Draft) => SaveRequest;
  /** Names of the fields and lines: `contributions.line` ("Contribution {n}"), `contributions.quantity`. */
  names: Names;
  /** The answer; null where others had already made the same change. `message`: what others had changed. */
  onSaved: (saved: Saved | null, message: string | null) => void;
}

export interface StoredRecord<Draft> {
  draft: Draft;
  /** The record when editing began, and its version. */
  base: Draft;
  version: number;
}

/** Both sides of the clashes, for `<ConflictComparison>`, and what follows from it. */
export interface ConflictingRecord {
  conflict: Conflict;
  clashes: readonly (Clash & { name: string })[];
  /** `first`: the clash whose value is entered again, with a note about it. */
  onChoose: (
    choices: Readonly<Record<string, MergeSide>>,
    first: { clash: Clash; note: string } | null,
  ) => void;
  onBack: () => void;
}

type Names = Readonly<Record<string, string>>;

export function fieldNameOf({ field, line, of }: Clash, names: Names): string {
  if (line === undefined) return names[field] ?? field;
  const whole = fillIn(names[`${field}.line`] ?? names[field] ?? field, { n: line });
  return of === undefined ? whole : labelled(whole, names[`${field}.${of}`] ?? of);
}

/**
 * "Saved. Meanwhile … had changed: Title, Stage." Fields without a name are left out. `own`: whether any
 * change of the user's own was left to save.
 */
export function mergedWords(
  who: string,
  fields: readonly string[],
  own: boolean,
  form: { words: FormWords; names: Names },
): string {
  if (!own) return fillIn(form.words.sameSaid, { who });
  const named = [...new Set(fields)].flatMap((field) => form.names[field] ?? []);
  return named.length > 0
    ? fillIn(form.words.mergedSaid, { who, fields: named.join(", ") })
    : fillIn(form.words.mergedAsWell, { who });
}
