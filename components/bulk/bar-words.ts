import { messages } from "@/lib/i18n/messages";

const { label, none, one, several, whole, wholeOwn, tooMany, clear, open, fetching, away } = messages.bulk;

/** What the bar says; the words of what it opens come with that. */
export const barWords = {
  label,
  none,
  one,
  several,
  whole,
  wholeOwn,
  tooMany,
  clear,
  open,
  fetching,
  away,
};
