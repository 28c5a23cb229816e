// What a file leaves open, one question for all cells that are alike, and what is wrong with its rows, by cause.
import type { Day } from "../base/day";
import { answerKey, isWordField, type FileAnswers, type WordField } from "./file-answers";
import type { ImportField } from "./import-columns";

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
  /** For a date that can't be read: "none" if it is written as one, but there is no such day. */
  why: string | null;
  /** For a date that may be read in two ways: with the day first, and with the month first. */
  one: Day | null;
  two: Day | null;
  rows: number;
  /** The first of them. */
  row: number;
}

/** How many dates can be read in one way only, by which part comes first. */
export interface ProvenDates {
  dayFirst: number;
  monthFirst: number;
}

export interface FileQuestions {
  dates: { text: string; rows: number; one: Day; two: Day; proven: "day" | "month" | null } | null;
  years: { text: string; rows: number } | null;
  numbers: { text: string; rows: number } | null;
  /** Those that have an answer come last, so that it can be changed. */
  words: { field: WordField; words: AskedWord[] }[];
}

export interface AskedWord {
  text: string;
  key: string;
  rows: number;
  /** Null: not answered; empty: nothing. */
  means: string | null;
}

/** A word that was read by an answer. */
export type AnsweredWord = Pick<RowCause, "field" | "text" | "rows">;

export function questionsOf(
  causes: readonly RowCause[],
  { dayFirst, monthFirst }: ProvenDates,
  answered: { words: FileAnswers["words"]; rows: readonly AnsweredWord[] },
): FileQuestions {
  const of = (code: string) => causes.filter((cause) => cause.code === code && cause.text !== null);
  const [date] = of("ambiguous-date");
  const proven = dayFirst > 0 && monthFirst === 0 ? "day" : monthFirst > 0 && dayFirst === 0 ? "month" : null;
  const { text, one, two } = date ?? {};
  return {
    dates: text && one && two ? { text, one, two, rows: rowsIn(of("ambiguous-date")), proven } : null,
    years: exampleOf(of("two-digit-year")),
    numbers: exampleOf(of("ambiguous-number")),
    words: wordsIn([
      ...causes
        .filter(({ code }) => ASKED.has(code))
        .map(({ field, text, rows }) => ({ field, text, rows, means: () => null })),
      ...answered.rows.map((row) => ({
        ...row,
        means: (field: WordField, key: string) => answered.words[field]?.[key] ?? null,
      })),
    ]),
  };
}

const rowsIn = (causes: readonly RowCause[]): number => causes.reduce((sum, { rows }) => sum + rows, 0);

function exampleOf(causes: readonly RowCause[]): { text: string; rows: number } | null {
  const text = causes[0]?.text;
  return text ? { text, rows: rowsIn(causes) } : null;
}

interface SaidWord extends AnsweredWord {
  means: (field: WordField, key: string) => string | null;
}

/** Fields in order of appearance, open words first, then the most frequent; a word spelt in two ways appears once. */
function wordsIn(said: readonly SaidWord[]): FileQuestions["words"] {
  const fields = new Map<WordField, Map<string, AskedWord>>();
  for (const { field, text, rows, means } of said) {
    if (text === null || !isWordField(field)) continue;
    const key = answerKey(text);
    if (key === "") continue;
    const words = fields.get(field) ?? new Map<string, AskedWord>();
    const known = words.get(key) ?? { text, key, rows: 0, means: means(field, key) };
    words.set(key, { ...known, rows: rows + known.rows });
    fields.set(field, words);
  }
  return [...fields].map(([field, words]) => ({
    field,
    words: [...words.values()].sort(
      (a, b) => Number(a.means !== null) - Number(b.means !== null) || b.rows - a.rows,
    ),
  }));
}

const ASKED = new Set([
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

/** Whether the publisher and the kind of evidence that are given for the whole file settle it. */
export const isOfFileValues = ({ field, code, kind }: RowCause): boolean =>
  (code === "required" && (field === "publisher" || field === "evidenceKind")) ||
  (code === "evidence-missing" && kind === "none");

/** Faults no question settles, then those that one settles, then other desks' rows; most frequent first. */
export function causesInOrder(causes: readonly RowCause[]): RowCause[] {
  const rank = ({ code }: RowCause): number => (code === "another-desk" ? 2 : isAsked(code) ? 1 : 0);
  return causes.toSorted((a, b) => rank(a) - rank(b) || b.rows - a.rows || a.row - b.row);
}

/** Whether one answer for the whole file settles it. */
export const isAsked = (code: string): boolean => ASKED.has(code) || BY_ORDER.has(code);
const BY_ORDER = new Set(["ambiguous-date", "two-digit-year", "ambiguous-number"]);
