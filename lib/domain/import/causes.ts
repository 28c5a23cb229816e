// What is wrong with the rows of a file, by cause.
import type { Day } from "../base/day";
import type { ImportField } from "./import-columns";
import type { CellMessage } from "./row-messages";

/** Rows with the same fault. */
export interface RowCause {
  field: ImportField;
  code: string;
  text: string | null;
  /** For rows of another desk: the participant. */
  participant: string | null;
  /** For evidence that is too weak for a stage. */
  stage: string | null;
  kind: string | null;
  /** For a date that can't be read: "none" if there is no such day, "far" if its year is out of range, otherwise "unread". */
  why: string | null;
  /** For a date that may be read in two ways: with the day first, and with the month first. */
  one: Day | null;
  two: Day | null;
  rows: number;
  /** The first of them. */
  row: number;
}

const WORDS = new Set([
  "unknown-participant",
  "several-participants",
  "unknown-priority",
  "unknown-stage",
  "unknown-kind",
  "unknown-domain",
  "unknown-location",
  "unknown-evidence-kind",
  "unknown-approval",
]);

/** Whether an answer for its word settles it. */
export const isAskedWord = (code: string): boolean => WORDS.has(code);

/** Whether the publisher and the kind of evidence that are given for the whole file settle it. */
export const isOfFileValues = ({ field, code, kind }: RowCause): boolean =>
  (code === "required" && (field === "publisher" || field === "evidenceKind")) ||
  (code === "evidence-missing" && kind === "none");

/** Faults no question settles, then those that one settles, then other desks' rows; most frequent first. */
export function causesInOrder(causes: readonly RowCause[]): RowCause[] {
  const rank = ({ code }: RowCause): number => (code === "another-desk" ? 2 : isAsked(code) ? 1 : 0);
  return causes.toSorted((a, b) => rank(a) - rank(b) || b.rows - a.rows || a.row - b.row);
}

/** A cause with the most frequent of its texts, and how many others there are. */
export interface MergedCause extends RowCause {
  others: number;
}

/** Each cause once, whatever the cells say; in the order in which they appear. */
export function mergedCauses(causes: readonly RowCause[]): MergedCause[] {
  const merged = new Map<string, MergedCause>();
  for (const cause of causes) {
    const key = [cause.field, cause.code, cause.stage, cause.kind, cause.why].join(" ");
    const known = merged.get(key);
    if (!known) merged.set(key, { ...cause, others: 0 });
    else {
      const rows = known.rows + cause.rows;
      merged.set(key, { ...known, rows, row: Math.min(known.row, cause.row), others: known.others + 1 });
    }
  }
  return [...merged.values()];
}

/** Whether one answer for the whole file settles it. */
export const isAsked = (code: string): boolean => isAskedWord(code) || BY_ORDER.has(code);
const BY_ORDER = new Set(["ambiguous-date", "two-digit-year", "ambiguous-number"]);

/** The cells to correct: what contradicts a cell, or what it lacks, is in other columns. */
export const cellsBehind = ({ field, code }: CellMessage): readonly ImportField[] =>
  CELLS_BEHIND[code] ?? CELLS_BEHIND[`${code} ${field}`] ?? [field];

const CELLS_BEHIND: Readonly<Record<string, readonly ImportField[]>> = {
  "evidence-missing": ["stage", "publisher", "url", "publishedOn", "evidenceKind"],
  "two-units quantity": ["quantity", "unit"],
  "two-units amount": ["amount", "currency"],
  "which-currency quantity": ["quantity", "unit"],
  "which-currency amount": ["amount", "currency"],
  "currency-not-of-heading": ["currency", "amount"],
  "two-sums": ["quantity", "unit", "amount", "currency"],
  "sum-not-one": ["amount", "currency", "quantity", "unit", "summary"],
};
