import { currentMessages } from "@/lib/i18n/translator";

/** What the bar says; the words of what it opens come with that. */
export function barWords() {
  const { label, none, one, several, whole, wholeOwn, tooMany, clear, open, fetching, away } =
    currentMessages().bulk;
  return { label, none, one, several, whole, wholeOwn, tooMany, clear, open, fetching, away };
}
