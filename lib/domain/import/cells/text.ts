import { OVERRIDES, refusedCharacter } from "../../base/characters";
import { quotedCell, read, unread, type CellRead } from "./cell";

/** One line: line breaks become blanks. */
export const lineIn =
  (max: number) =>
  (cell: string): CellRead<string> =>
    bounded(cell.replace(/\s+/g, " "), max);

export const textInCell =
  (max: number) =>
  (cell: string): CellRead<string> =>
    bounded(cell, max);

export function webAddressIn(cell: string): CellRead<string> {
  const url = URL.canParse(cell) ? new URL(cell) : null;
  const isOne =
    url && /^https?:$/.test(url.protocol) && url.username === "" && url.password === "" && !/\s/.test(cell);
  if (!isOne) return unread("not-a-web-address", { text: quotedCell(cell) });
  return lineIn(2_000)(cell);
}

export function emailIn(cell: string): CellRead<string> {
  return /^[^\s,@]+@[^\s,@]+$/.test(cell) && cell.length <= 254
    ? read(cell.toLowerCase())
    : unread("not-an-address", { text: quotedCell(cell) });
}

/** BCP 47, or a language's name in English or in that language. */
export function languageIn(cell: string): CellRead<string> {
  const tag = cell.toLowerCase();
  if (/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/.test(tag) && tag.length <= 35) return read(tag);
  const found = languageNames().get(tag);
  return found === undefined ? unread("unknown-language", { text: quotedCell(cell) }) : read(found);
}

const bounded = (text: string, max: number): CellRead<string> => {
  if (text.length > max) return unread("too-long", { max, length: text.length });
  const refused = refusedCharacter(text, REFUSED);
  return refused ? unread("unprintable", refused) : read(text);
};

/** `tidy` has left out all others that are no text. */
const REFUSED = new RegExp(`[${OVERRIDES}]`);

let names: ReadonlyMap<string, string> | null = null;
const LANGUAGES =
  "en fr uk de es it pt nl sv nb no da fi is pl cs sk sl hr bg ro hu lt lv et el tr ru ga sq ja".split(" ");

function languageNames(): ReadonlyMap<string, string> {
  if (names) return names;
  const english = new Intl.DisplayNames("en", { type: "language" });
  names = new Map(
    LANGUAGES.flatMap((code): [string, string][] => [
      [(english.of(code) ?? code).toLowerCase(), code],
      [(new Intl.DisplayNames(code, { type: "language" }).of(code) ?? code).toLowerCase(), code],
    ]),
  );
  return names;
}
