// Reading a spreadsheet cell. What can't be read is reported, never guessed.
import { visibleText, withoutPiledMarks, withoutUnseen } from "../../base/characters";
import { unguarded } from "./guarded";

export type CellRead<T> = { ok: true; value: T; note?: ParseMessage } | { ok: false; message: ParseMessage };

/** A message code with the values of its sentence. */
export interface ParseMessage {
  code: string;
  params?: Readonly<Record<string, string | number>>;
}

export const read = <T>(value: T, note?: ParseMessage): CellRead<T> =>
  note ? { ok: true, value, note } : { ok: true, value };

export const unread = (code: string, params?: ParseMessage["params"]): CellRead<never> => ({
  ok: false,
  message: params ? { code, params } : { code },
});

/** Shortened for a message, never within a character: the database stores no half of one. */
export const quotedCell = (text: string): string =>
  text.length > 60 ? `${text.slice(0, 57).replace(/[\ud800-\udbff]$/, "")}…` : text;

/**
 * Removes the apostrophes of our own tables and invisible characters, normalises blanks, trims and composes Unicode. Line
 * breaks stay. Invisible characters go first: between accents they hide a pile.
 */
export const tidy = (cell: string): string =>
  withoutPiledMarks(
    withoutUnseen(visibleText(unguarded(cell)))
      .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, " ")
      .replaceAll("\u00ad", ""),
  )
    .normalize("NFC")
    .trim();

/** For comparison: without case, accents, punctuation and extra blanks. */
export const wordKey = (text: string): string =>
  text
    .toLowerCase()
    .replace(/ı/g, "i")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** A spreadsheet would run it. Text that merely begins with a sign isn't a formula. */
export const isFormula = (cell: string): boolean =>
  /^[\s\u00a0]*[=＝]/u.test(cell) ||
  /^[\s\u00a0]*[+\-@＋－＠](?:[A-Za-z_.]+[0-9]*[(|!]|.*[A-Za-z0-9]\|.*!)/su.test(cell);

/** A lookup by word key; each word of a list maps to the list's value. */
export function wordTable<T extends string>(words: Readonly<Record<T, string>>): ReadonlyMap<string, T> {
  const table = new Map<string, T>();
  for (const [value, list] of Object.entries(words) as [T, string][]) {
    table.set(wordKey(value), value);
    for (const word of list.split("|")) if (word !== "") table.set(wordKey(word), value);
  }
  return table;
}
