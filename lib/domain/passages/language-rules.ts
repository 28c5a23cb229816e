// What the rules of one language know, beside English: words and patterns that stand for the same meanings.
import type { ApprovalKind } from "../pledge/approval";
import type { CaveatCategory } from "../pledge/contribution";
import type { Priority } from "../base/priority";
import type { TextSpan } from "../base/sentences";
import { MOST_OF_A_KIND } from "./suggestion";

export interface LanguageRules {
  /** By code: what is said of a people, in any of its forms. */
  peoples: Readonly<Record<string, string>>;
  /** Seats of government, and what shows that one acts: then it stands for its government. */
  seats: Readonly<Record<string, string>>;
  acts: string;
  /** A number that is kept back. */
  sealed: RegExp;
  /** A thing before its model: what is counted, in a group. */
  model: RegExp;
  thisYear: RegExp;
  /** The year in a group, where it is said. */
  endOfYear: RegExp;
  /** Beginnings of a condition. */
  begins: string;
  /** Triggers by their usual words. */
  usual: readonly (readonly [code: string, RegExp])[];
  /** What stands before somebody's name and makes it their backing. */
  backing: RegExp;
  priorities: readonly (readonly [Priority, RegExp])[];
  caveats: readonly (readonly [CaveatCategory, RegExp])[];
  refusals: readonly RegExp[];
  /** Bodies that agree or don't, and what asks for their word, before them. */
  bodies: readonly { words: string; kind: ApprovalKind; body?: string }[];
  asks: string;
  government: RegExp;
  decides: RegExp;
}

/** Of whole words alone, also in letters that `\b` doesn't know. */
export const whole = (pattern: string): RegExp =>
  new RegExp(String.raw`(?<![\p{L}\p{M}])(?:${pattern})(?![\p{L}\p{M}])`, "giu");

/** The same for many at once: each under its code, by which `codesIn` tells which it was. */
export const anyOfWords = (forms: readonly (readonly [code: string, pattern: string])[]): string =>
  forms.map(([code, pattern]) => `(?<${code}>${pattern})`).join("|");

export const codesIn = (text: string, pattern: RegExp): (TextSpan & { code: string })[] =>
  [...text.matchAll(pattern)].slice(0, MOST_OF_A_KIND).flatMap(({ index, 0: words, groups = {} }) => {
    const code = Object.keys(groups).find((one) => groups[one] !== undefined);
    return code === undefined ? [] : [{ start: index, end: index + words.length, code }];
  });
