// The language that a source is written in, as far as its own letters and words show it.
import type { Language } from "@/lib/domain/base/language";
import { NEW_SOURCE, type DraftPiece, type DraftSource } from "./draft";

/** A new source's language follows its text, until somebody enters another. */
export const withLanguageOf = (source: DraftSource, before: string, now: string): DraftSource =>
  source.id === "" && source.language === presetFor(before)
    ? { ...source, language: presetFor(now) }
    : source;

const presetFor = (text: string): string => textLanguage(text) ?? NEW_SOURCE.language;

/** The evidence changed, and the source's language with its quote. */
export const withEvidence = <P extends DraftPiece>(piece: P, change: Partial<DraftPiece["evidence"]>): P => {
  const evidence = { ...piece.evidence, ...change };
  return { ...piece, evidence, source: withLanguageOf(piece.source, piece.evidence.quote, evidence.quote) };
};

/** Empty: none of ours. Null: too short to say. */
export function textLanguage(text: string): Language | "" | null {
  const start = text.slice(0, READ);
  const isCyrillic = lettersIn(start, /\p{Script=Cyrillic}/gu) > lettersIn(start, /\p{Script=Latin}/gu);
  if (isCyrillic && /[іїєґ]/iu.test(start) && !/[ыэъёў]/iu.test(start)) return "uk";
  const [en = 0, fr = 0] = [ENGLISH, FRENCH].map((small) => small.filter((word) => word.test(start)).length);
  // Other languages share some of these words, but not several.
  if (Math.max(en, fr) >= 2 && Math.min(en, fr) * 2 < Math.max(en, fr)) return en > fr ? "en" : "fr";
  return new Set(start.match(/\p{L}+/gu)).size < ENOUGH ? null : "";
}

const lettersIn = (text: string, letter: RegExp): number => text.match(letter)?.length ?? 0;
const eachWord = (words: string): RegExp[] =>
  words.split(" ").map((word) => new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, "iu"));
const ENGLISH = eachWord("the of and to will with for by are we our its has have that from this would");
const FRENCH = eachWord("le les et du des pour dans avec nous notre est une sera seront aux qui ses");
/** A text with so many different words has small words of its language. */
const ENOUGH = 40;
const READ = 4_000;
