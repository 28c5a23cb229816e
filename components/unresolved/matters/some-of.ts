// Names and days, as a line has room for them.
import type { Day } from "@/lib/domain/base/day";
import { shortDay } from "@/lib/i18n/dates";
import { listWords } from "@/lib/i18n/numbers";
import { translator } from "@/lib/i18n/translator";
import type { LineGiven } from "./held-words";

const t = translator("matters");

/** How many names a line has room for. */
const NAMED = 4;

/** "Belgium, Sweden and 3 more" */
export function someOf(codes: readonly string[], names: LineGiven["names"], most = NAMED): string {
  const shown = codes.slice(0, most).map((code) => names[code] ?? code);
  return codes.length <= most
    ? listWords(shown)
    : t("who.more", { names: shown.join(", "), more: codes.length - most });
}

export const sinceWords = (since: Day, today: Day): string =>
  since > today ? t("by", { day: shortDay(since) }) : t("since", { day: shortDay(since) });
