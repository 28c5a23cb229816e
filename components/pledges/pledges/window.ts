import type { PledgeRow } from "@/lib/domain/details/pledge-details";
import { translator } from "@/lib/i18n/translator";
import { shortDay } from "@/lib/i18n/dates";
import { listedApart } from "@/lib/i18n/signs";

const t = translator("pledges");

/** The pledge's own window, else its contributions' span, else its due date or notice; null where none is known. */
export function windowWords({ windowStart, windowEnd, dueOn, contributions }: PledgeRow): string | null {
  const starts = contributions.map((line) => line.availableFrom).filter((day) => day !== null);
  const ends = contributions.map((line) => line.availableTo).filter((day) => day !== null);
  const own = windowStart !== null || windowEnd !== null;
  const from = own ? windowStart : (starts.sort()[0] ?? null);
  const to = own ? windowEnd : (ends.sort().at(-1) ?? null);
  const notice = contributions.find((line) => line.noticeToMoveDays !== null)?.noticeToMoveDays ?? null;
  const parts = [
    from !== null && to !== null ? t("window.both", { from: shortDay(from), to: shortDay(to) }) : null,
    from !== null && to === null ? t("window.from", { from: shortDay(from) }) : null,
    from === null && to !== null ? t("window.to", { to: shortDay(to) }) : null,
    dueOn === null ? null : t("window.due", { on: shortDay(dueOn) }),
    from === null && to === null && dueOn === null && notice !== null
      ? t("window.notice", { days: notice })
      : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : listedApart(parts);
}
