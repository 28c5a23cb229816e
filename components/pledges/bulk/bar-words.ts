import { currentMessages } from "@/lib/i18n/translator";

export type BarWords = ReturnType<typeof barWords>;

/** Words of the bar alone; the form's words come with its script. */
export function barWords() {
  const { label, none, one, several, whole, wholeOwn, tooMany, clear, open, act, fetching, away } =
    currentMessages().bulk;
  return { label, none, one, several, whole, wholeOwn, tooMany, clear, open, act, fetching, away };
}
