// A language's own words and patterns, in addition to English, for the same meanings.
import type { ApprovalKind } from "../pledge/approval";
import type { CaveatCategory } from "../pledge/contribution";
import type { Priority } from "../base/priority";
import type { TextSpan } from "../base/sentences";
import { MOST_OF_A_KIND } from "./suggestion";

export interface LanguageRules {
  /** By country code: all forms of the nationality. */
  peoples: Readonly<Record<string, string>>;
  /** Capitals, and words that show one acting, when it stands for its government. */
  seats: Readonly<Record<string, string>>;
  acts: string;
  /** A withheld number. */
  sealed: RegExp;
  /** A thing before its model; the group is the thing. */
  model: RegExp;
  thisYear: RegExp;
  /** The year in a group, where stated. */
  endOfYear: RegExp;
  /** Words that begin a condition. */
  begins: string;
  /** Triggers by their usual words. */
  usual: readonly (readonly [code: string, RegExp])[];
  /** Words before a name that make it that party's backing. */
  backing: RegExp;
  priorities: readonly (readonly [Priority, RegExp])[];
  caveats: readonly (readonly [CaveatCategory, RegExp])[];
  refusals: readonly RegExp[];
  /** Bodies that approve, and the words before them that ask for it. */
  bodies: readonly { words: string; kind: ApprovalKind; body?: string }[];
  asks: string;
  government: RegExp;
  decides: RegExp;
}

/** Whole words only, also in alphabets that `\b` doesn't cover. */
export const whole = (pattern: string): RegExp =>
  new RegExp(String.raw`(?<![\p{L}\p{M}])(?:${pattern})(?![\p{L}\p{M}])`, "giu");

/** The same for many; `codesIn` tells which code matched. */
export const anyOfWords = (forms: readonly (readonly [code: string, pattern: string])[]): string =>
  forms.map(([code, pattern]) => `(?<${code}>${pattern})`).join("|");

export const codesIn = (text: string, pattern: RegExp): (TextSpan & { code: string })[] =>
  [...text.matchAll(pattern)].slice(0, MOST_OF_A_KIND).flatMap(({ index, 0: words, groups = {} }) => {
    const code = Object.keys(groups).find((one) => groups[one] !== undefined);
    return code === undefined ? [] : [{ start: index, end: index + words.length, code }];
  });
