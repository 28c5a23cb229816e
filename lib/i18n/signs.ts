// Punctuation between words joined outside of a message. French has a no-break space before two-part signs and in
// guillemets.
import type { Language } from "@/lib/domain/base/language";
import { currentLanguage } from "./reader";

/** “several hundred”, « several hundred », «several hundred». */
export const quotedWords = (text: string): string => {
  const { opens, closes } = SIGNS[currentLanguage()];
  return `${opens}${text}${closes}`;
};

/** The sign after a label; a space and the value follow. */
export const colon = (): string => SIGNS[currentLanguage()].colon;

/** "Troops: 200"; a question has its own sign: "Until which day? Enter a day". */
export const labelled = (label: string, value: string): string =>
  `${label}${label.endsWith("?") ? "" : colon()} ${value}`;

/** "Troops: 200; Ships: 2": for items that may contain commas. */
export const listedApart = (parts: readonly string[]): string => parts.join(between());

/** The separator, for items that aren't plain text. */
export const between = (): string => `${SIGNS[currentLanguage()].semicolon} `;

/** A typed text without its full stop, for the middle or the end of our own sentence. */
export const withoutStop = (text: string): string => text.trimEnd().replace(/[.…]+$/u, "");

const SIGNS: Record<Language, { opens: string; closes: string; colon: string; semicolon: string }> = {
  en: { opens: "“", closes: "”", colon: ":", semicolon: ";" },
  fr: { opens: "«\u00a0", closes: "\u00a0»", colon: "\u00a0:", semicolon: "\u00a0;" },
  uk: { opens: "«", closes: "»", colon: ":", semicolon: ";" },
};
