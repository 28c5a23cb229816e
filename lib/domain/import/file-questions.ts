// What a file leaves open, one question for all cells that are alike.
import type { Day } from "../base/day";
import { answerKey, isWordField, type FileAnswers, type WordField } from "./file-answers";
import { isAskedWord, type RowCause } from "./causes";

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
        .filter(({ code }) => isAskedWord(code))
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
