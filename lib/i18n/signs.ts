// The signs between words that are put together outside of a message, as the reader's language sets them: French has a
// no-break space before those of two parts and within its guillemets.
import type { Language } from "@/lib/domain/base/language";
import { currentLanguage } from "./reader";

/** “several hundred”, « several hundred », «several hundred». */
export const quotedWords = (text: string): string => {
  const { opens, closes } = SIGNS[currentLanguage()];
  return `${opens}${text}${closes}`;
};

/** What stands right behind a label: a blank and the value follow. */
export const colon = (): string => SIGNS[currentLanguage()].colon;

/** "Troops: 200". */
export const labelled = (label: string, value: string): string => `${label}${colon()} ${value}`;

/** "Troops: 200; Ships: 2": of several that may have commas in them. */
export const listedApart = (parts: readonly string[]): string => parts.join(between());

/** What stands between two of them where they are no text alone. */
export const between = (): string => `${SIGNS[currentLanguage()].semicolon} `;

const SIGNS: Record<Language, { opens: string; closes: string; colon: string; semicolon: string }> = {
  en: { opens: "“", closes: "”", colon: ":", semicolon: ";" },
  fr: { opens: "«\u00a0", closes: "\u00a0»", colon: "\u00a0:", semicolon: "\u00a0;" },
  uk: { opens: "«", closes: "»", colon: ":", semicolon: ";" },
};
