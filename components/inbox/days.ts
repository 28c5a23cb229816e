import { dayOf, type Day } from "@/lib/domain/base/day";
import type { Notice } from "@/lib/domain/notices/notice";

/** Groups a page's notices by their days in the zone, without changing their order. */
export function byDay(notices: readonly Notice[], timeZone: string): { day: Day; notices: Notice[] }[] {
  const days: { day: Day; notices: Notice[] }[] = [];
  for (const notice of notices) {
    const day = dayOf(notice.at, timeZone);
    const last = days.at(-1);
    if (last?.day === day) last.notices.push(notice);
    else days.push({ day, notices: [notice] });
  }
  return days;
}
