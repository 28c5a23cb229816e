import { calendarHref } from "@/components/workspace/calendar/view";
import { asOfHref } from "@/components/ui/address/as-of-href";
import type { NowOrAsOf } from "@/lib/domain/base/as-of";
import { firstOfMonth, plusDays, type Day } from "@/lib/domain/base/day";
import type { Actor } from "@/lib/domain/people/actor";
import { dayInWords } from "@/lib/i18n/dates";
import { translator } from "@/lib/i18n/translator";
import type { CalendarView } from "@/lib/workspace/calendar/filter";
import { loadCalendar } from "@/lib/workspace/calendar/queries";

const t = translator("calendar");

interface Given {
  actor: Actor;
  at: NowOrAsOf;
  view: CalendarView;
  after: Day;
}

/** For an empty view: a link to the first later day that has an entry. */
export async function NextEntry({ actor, at, view, after }: Given) {
  const later = { ...view, from: plusDays(after, 1), to: null, after: null, limit: 1 };
  const found = await loadCalendar(actor, later, at);
  const [first] = found.ok ? found.value.items : [];
  if (!first) return null;
  return (
    <p>
      <a href={asOfHref(calendarHref(view, { show: "month", month: firstOfMonth(first.on) }))}>
        {t("nothing.next", { day: dayInWords(first.on) })}
      </a>
    </p>
  );
}
