import { DayBoxes } from "@/components/form/dates/day-boxes";
import { ParticipantChoice, PriorityChoice } from "@/components/tables/choices";
import { filterWords } from "@/components/tables/filter-words";
import { FilterBar } from "@/components/ui/ledger/filter-bar";
import { LAG_GROUPINGS } from "@/lib/domain/details/entry-lag";
import { translator } from "@/lib/i18n/translator";
import { Segments } from "@/components/ui/address/switches";
import { hasEntryLagFilter, lagHref, wholeOf, type LagView } from "./view";

const t = translator("entry-lag");

interface Given {
  view: LagView;
  names: Readonly<Record<string, string>>;
  /** By the name of the box. */
  errors: ReadonlyMap<string, string>;
}

export function EntryLagFilterForm({ view, names, errors }: Given) {
  const whole = lagHref({ ...wholeOf(view), participant: [], priority: [], from: null, to: null });
  return (
    <FilterBar
      action="/entry-lag"
      words={filterWords()}
      keep={{ group: view.group === "desk" ? null : view.group }}
      whole={hasEntryLagFilter(view) ? whole : null}
    >
      <ParticipantChoice chosen={view.participant} names={names} />
      <PriorityChoice chosen={view.priority} />
      <DayBoxes from={t("filter.from")} to={t("filter.to")} {...{ view, errors }} />
    </FilterBar>
  );
}

/** The same figures by desk, participant or priority. */
export function Groupings({ view }: { view: LagView }) {
  return (
    <Segments
      label={t("group.label")}
      views={LAG_GROUPINGS.map((group) => ({
        href: lagHref({ ...wholeOf(view), group }),
        words: t(`group.${group}`),
        isCurrent: group === view.group,
      }))}
    />
  );
}
