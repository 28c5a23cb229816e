import { dayOf, type Day } from "@/lib/domain/base/day";
import type { Notice } from "@/lib/domain/notices/notice";

/** The notices of a page by their days in the zone, in the order they come. */
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
