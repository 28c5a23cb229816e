// Text of a date field in the reader's language. The value is YYYY-MM-DD, with THH:MM for a moment; anything else stays
// as is.
import type { Language } from "@/lib/domain/base/language";
import { typedDay, typedMoment } from "@/lib/domain/import/typed-day";
import english from "./messages/en/dates.json";
import french from "./messages/fr/dates.json";
import ukrainian from "./messages/uk/dates.json";
import { currentLanguage } from "./reader";
import { dayInWords } from "./dates";

export type DateKind = "day" | "moment";

export const dateWords = (): typeof english => WORDS[currentLanguage()];

const WORDS: Record<Language, typeof english> = { en: english, fr: french, uk: ukrainian };
const READ = { day: typedDay, moment: typedMoment };

/** The typed value, or the text itself if it isn't a date. */
export function dateTyped(kind: DateKind, text: string): string {
  const read = READ[kind](text);
  return read.ok ? read.value : text.trim() && text;
}

/** "6 January 2026", "6 January 2026, 14:00". */
export function dateShown(kind: DateKind, value: string): string {
  const read = READ[kind](value);
  if (!read.ok) return value;
  const [day = "", time] = read.value.split("T");
  return time === undefined ? dayInWords(day) : `${dayInWords(day)}, ${time}`;
}

/** Why a text can't be read, and how to write it; null if it can, or is empty. */
export function dateTrouble(kind: DateKind, text: string): string | null {
  const read = READ[kind](text);
  return read.ok || text.trim() === "" ? null : withExample(kind, dateWords().wrong[read.why]);
}

export const dateHint = (kind: DateKind): string => withExample(kind, dateWords().hint);

const withExample = (kind: DateKind, words: string): string =>
  words.replace("{example}", dateWords().example[kind]);
