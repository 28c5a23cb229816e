// What someone types into a list's filter, as terms. Example: `stage:pledged -owner:none age:>30 "air
// defence"`. Commas mean or, a leading minus leaves out, quotes hold words together; anything else is a word
// to search for.
import { DIRECTION_MARKS, DIRECTIONS, OVERRIDES } from "./characters";

export interface TypedTerm {
  /** Null: a word to search for. */
  key: string | null;
  /** Left out. */
  not: boolean;
  values: readonly string[];
}

export const LONGEST_TYPED = 500;

/** Never fails: what isn't a key is a word, and an unclosed quotation goes to the end of the text. */
export function readTerms(text: string): TypedTerm[] {
  const terms: TypedTerm[] = [];
  let rest = text.replaceAll(TURNING, "").normalize("NFC").trimStart();
  while (rest !== "") {
    const [head = "", minus = "", key] = KEY.exec(rest) ?? [];
    const [values, after] = key === undefined ? phrase(rest) : listOf(rest.slice(head.length));
    if (values.length > 0) terms.push({ key: key ?? null, not: minus !== "", values });
    rest = after.trimStart();
  }
  return terms;
}

/** Words alone: a colon means nothing. */
export function readWords(text: string): string[] {
  const words: string[] = [];
  for (let rest = text.trimStart(); rest !== "";) {
    const [values, after] = phrase(rest);
    words.push(...values);
    rest = after.trimStart();
  }
  return words;
}

/** `readTerms` of the result gives the same terms. */
export const printTerms = (terms: readonly TypedTerm[]): string =>
  terms
    .map(({ key, not, values }) => {
      const listed = values.map((value) => quoted(value, key === null)).join(",");
      return key === null ? listed : `${not ? "-" : ""}${key}:${listed}`;
    })
    .join(" ");

/** They mean nothing here, and can hide what is typed. */
const TURNING = new RegExp(`[${DIRECTIONS}${OVERRIDES}${DIRECTION_MARKS}]`, "g");
const KEY = /^(-?)([\p{L}][\p{L}\p{M}\p{N}_’'-]{0,39}):(?=\S)/u;
/** Closing quotation marks, as each language writes them. */
const CLOSES: Readonly<Record<string, string>> = { '"': '"', "“": "”", "„": "“”", "«": "»" };

/** One value, and what follows. */
function phrase(text: string): [values: string[], rest: string] {
  const [value, rest] = valueIn(text, /^\S+/u);
  return [value === "" ? [] : [value], rest];
}

function listOf(text: string): [values: string[], rest: string] {
  const values: string[] = [];
  let rest = text;
  do {
    const [value, after] = valueIn(rest.replace(/^,/, ""), /^[^\s,]*/u);
    if (value !== "" && !values.includes(value)) values.push(value);
    rest = after;
  } while (rest.startsWith(","));
  return [values, rest];
}

function valueIn(text: string, bare: RegExp): [value: string, rest: string] {
  const closing = CLOSES[text[0] ?? ""];
  if (closing === undefined) {
    const [value = ""] = bare.exec(text) ?? [];
    return [value, text.slice(value.length)];
  }
  let value = "";
  for (let at = 1; at < text.length; at += 1) {
    const sign = text[at] ?? "";
    if (!closing.includes(sign)) value += sign;
    else if (sign === '"' && text[at + 1] === '"') {
      value += sign;
      at += 1;
    } else return [value.trim().replaceAll(/\s+/gu, " "), text.slice(at + 1)];
  }
  return [value.trim().replaceAll(/\s+/gu, " "), ""];
}

/** Quotes a value that would otherwise be read as something else. */
function quoted(value: string, isWord: boolean): string {
  const isBare = isWord
    ? !/\s/u.test(value) && !(value[0] !== undefined && value[0] in CLOSES) && !KEY.test(value)
    : /^[^\s,"“„«]+$/u.test(value);
  return isBare ? value : `"${value.replaceAll('"', '""')}"`;
}

/** For comparing: case, forms of letters, and whether words are joined by spaces, hyphens or underscores don't count. */
export const foldedWord = (word: string): string =>
  word
    .normalize("NFKC")
    .toLocaleLowerCase()
    .replaceAll("’", "'")
    .replaceAll(/[\s_-]+/gu, "-");
