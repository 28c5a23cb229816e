// Splits a text into tokens for amounts: numbers in digits, words, currency signs, and single marks.
import { matchesIn } from "../../base/sentences";

export interface TextToken {
  start: number;
  end: number;
  text: string;
  /** For comparison: lower case, one kind of apostrophe. */
  key: string;
  is: "number" | "word" | "sign" | "mark";
  /** No blank before it. */
  glued: boolean;
  /** The first of the text, or after an empty line. */
  first: boolean;
}

const CALIBRE = String.raw`[ \u00a0-]?(?:mm|мм|cm|см)(?!\p{L})`;
const BLANK = String.raw`[ \u00a0\u2009\u202f'’]`;
const TOKEN = new RegExp(
  [
    String.raw`(?<sign>(?<![\p{L}\p{N}])(?:US|CA|AU|NZ|C|A)\$|[$£€₴¥₺])`,
    // In groups of three, but 10 000 155-mm shells are ten thousand.
    String.raw`(?<number>\d{1,3}(?:${BLANK}\d{3}(?!\d|${CALIBRE}))+(?:[.,]\d+)*|\d+(?:[.,]\d+)*)`,
    String.raw`(?<word>(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)['’](?=\p{L})|\p{L}[\p{L}\p{M}]*(?:['’ʼ‘]\p{L}[\p{L}\p{M}]*)*)`,
    String.raw`(?<mark>[<>=]=|=[<>]|\.{2,3}|\S)`,
  ].join("|"),
  "giu",
);

export function tokensOf(text: string): TextToken[] {
  const tokens: TextToken[] = [];
  let end = 0;
  for (const { index, 0: whole, groups = {} } of matchesIn(text, TOKEN)) {
    tokens.push({
      start: index,
      end: index + whole.length,
      text: whole,
      key: keyWord(whole),
      is: KINDS.find((kind) => groups[kind] !== undefined) ?? "mark",
      glued: tokens.length > 0 && index === end,
      first: tokens.length === 0 || /\n\s*\n/.test(text.slice(end, index)),
    });
    end = index + whole.length;
  }
  return tokens;
}

const keyWord = (word: string): string =>
  /^[!-&(-~]*$/.test(word) ? word.toLowerCase() : word.normalize("NFC").toLowerCase().replace(/[’ʼ‘]/g, "'");

const KINDS = ["sign", "number", "word"] as const;

export const isDash = (token: TextToken | undefined): boolean =>
  token !== undefined && /^[-–—‑−]$/.test(token.text);

/** A hyphen within a compound: "mine-clearing". */
export const isHyphen = (tokens: readonly TextToken[], at: number): boolean =>
  isDash(tokens[at]) && tokens[at]?.glued === true && tokens[at + 1]?.glued === true;

/** Multi-word phrases, indexed by their first and last word. */
export interface Phrases {
  all: ReadonlySet<string>;
  longestFrom: ReadonlyMap<string, number>;
  longestTo: ReadonlyMap<string, number>;
}

export const phrases = (list: string): Phrases => phrasesOf(list.split("|"));

export function phrasesOf(all: readonly string[]): Phrases {
  const [from, to] = [new Map<string, number>(), new Map<string, number>()];
  for (const phrase of all) {
    const words = phrase.split(" ");
    for (const [longest, word] of [
      [from, words[0]],
      [to, words.at(-1)],
    ] as const)
      longest.set(word ?? "", Math.max(longest.get(word ?? "") ?? 0, words.length));
  }
  return { all: new Set(all), longestFrom: from, longestTo: to };
}

/** Length in tokens of the longest phrase that begins here; 0: none. */
export function phraseAt(tokens: readonly TextToken[], at: number, { all, longestFrom }: Phrases): number {
  const longest = longestFrom.get(tokens[at]?.key ?? "") ?? 0;
  for (let length = Math.min(longest, tokens.length - at); length > 0; length -= 1)
    if (all.has(keysOf(tokens, at, at + length))) return length;
  return 0;
}

/** The same for phrases that end before this token. */
export function phraseBefore(tokens: readonly TextToken[], at: number, { all, longestTo }: Phrases): number {
  const longest = longestTo.get(tokens[at - 1]?.key ?? "") ?? 0;
  for (let length = Math.min(longest, at); length > 0; length -= 1)
    if (all.has(keysOf(tokens, at - length, at))) return length;
  return 0;
}

export const keysOf = (tokens: readonly TextToken[], from: number, to: number): string =>
  tokens
    .slice(from, to)
    .map(({ key }) => key)
    .join(" ");
