// A language's own words and patterns, in addition to English, for the same meanings.
import type { ApprovalKind } from "../pledge/approval";
import type { CaveatCategory } from "../pledge/contribution";
import type { Priority } from "../base/priority";
import { type TextSpan, matchesIn } from "../base/sentences";
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

/**
 * Its `\p{L}` and `\p{M}` are Latin, Greek and Cyrillic letters and marks: a long pattern compiles in half the
 * time that the letters of the world take, which Node writes out each time the pattern names them.
 */
export function europeanPattern(source: string, flags: string): RegExp {
  let isInClass = false;
  const narrowed = source.replace(/\\p\{([LM])\}|\\.|[[\]]/gu, (token, named?: keyof typeof EUROPEAN) => {
    if (named !== undefined) return isInClass ? EUROPEAN[named] : `[${EUROPEAN[named]}]`;
    if (!token.startsWith("\\")) isInClass = token === "[";
    return token;
  });
  return new RegExp(narrowed, flags);
}
const EUROPEAN = {
  L: String.raw`A-Za-zªµº\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u0374\u0376-\u0377\u037a-\u037d\u037f\u0386\u0388-\u038a\u038c\u038e-\u03a1\u03a3-\u03f5\u03f7-\u0481\u048a-\u052f\u1e00-\u1eff`,
  M: String.raw`\u0300-\u036f\u0483-\u0489`,
};

/** Whole words only, also in alphabets that `\b` doesn't cover. */
export const whole = (pattern: string): RegExp =>
  europeanPattern(String.raw`(?<![\p{L}\p{M}])(?:${pattern})(?![\p{L}\p{M}])`, "giu");

/** The same for many; `codesIn` tells which code matched. */
export const anyOfWords = (forms: readonly (readonly [code: string, pattern: string])[]): string =>
  forms.map(([code, pattern]) => `(?<${code}>${pattern})`).join("|");

export const codesIn = (text: string, pattern: RegExp): (TextSpan & { code: string })[] =>
  matchesIn(text, pattern)
    .slice(0, MOST_OF_A_KIND)
    .flatMap(({ index, 0: words, groups = {} }) => {
      const code = Object.keys(groups).find((one) => groups[one] !== undefined);
      return code === undefined ? [] : [{ start: index, end: index + words.length, code }];
    });
