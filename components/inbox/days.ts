import type { Day } from "@/lib/domain/base/day";
import type { Notice } from "@/lib/domain/notices/notice";
import { registerDay } from "@/lib/i18n/register-zone";

/** Groups a page's notices by their days in the zone, without changing their order. */
export function byDay(notices: readonly Notice[]): { day: Day; notices: Notice[] }[] {
  const days: { day: Day; notices: Notice[] }[] = [];
  for (const notice of notices) {
    const day = registerDay(notice.at);
    const last = days.at(-1);
    if (last?.day === day) last.notices.push(notice);
    else days.push({ day, notices: [notice] });
  }
  return days;
}
