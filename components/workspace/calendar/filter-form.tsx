import { OwnerChoice, ParticipantChoice, PriorityChoice } from "@/components/tables/choices";
import { filterWords } from "@/components/tables/filter-words";
import { Choice } from "@/components/ui/ledger/choice";
import { FilterBar } from "@/components/ui/ledger/filter-bar";
import type { Names } from "@/components/ui/names";
import { CALENDAR_KINDS } from "@/lib/domain/unresolved/calendar";
import { translator } from "@/lib/i18n/translator";
import { calendarKind } from "@/lib/i18n/calendar-words";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { calendarHref, type CalendarNarrowed, type CalendarShown } from "./view";

const t = translator("calendar");

interface Given {
  narrowed: CalendarNarrowed;
  shown: CalendarShown;
  names: Names;
  /** The reader's e-mail address, if readers like them own pledges; otherwise null. */
  me: string | null;
}

export function CalendarFilterForm({ narrowed, shown, names, me }: Given) {
  const keep =
    shown.show === "month"
      ? { month: shown.month?.slice(0, 7) }
      : { show: shown.show, from: shown.from, to: shown.to };
  return (
    <FilterBar
      action="/calendar"
      words={filterWords()}
      keep={keep}
      extra={me === null ? null : <Mine me={me} narrowed={narrowed} shown={shown} />}
    >
      <Choice
        name="kind"
        label={t("filter.kind")}
        all={t("filter.kinds")}
        chosen={narrowed.what}
        options={CALENDAR_KINDS.map((one) => [one, calendarKind(one)])}
      />
      <ParticipantChoice chosen={narrowed.participant} names={names.participants} />
      <PriorityChoice chosen={narrowed.priority} />
      <OwnerChoice chosen={narrowed.owner} names={names.owners} />
    </FilterBar>
  );
}

function Mine({ me, narrowed, shown }: { me: string } & Pick<Given, "narrowed" | "shown">) {
  const isMine = narrowed.owner.join() === me;
  const other = { ...narrowed, owner: isMine ? [] : [me] };
  return <a href={asOfHref(calendarHref(other, shown))}>{t(isMine ? "everybodys" : "mine")}</a>;
}
