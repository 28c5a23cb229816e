import { DayBoxes } from "@/components/form/dates/day-boxes";
import { filterWords } from "@/components/tables/filter-words";
import { Choice } from "@/components/ui/ledger/choice";
import { FilterBar } from "@/components/ui/ledger/filter-bar";
import { ACCESS_KINDS } from "@/lib/domain/log/access";
import { translator } from "@/lib/i18n/translator";
import type { AccessView } from "./view";

const t = translator("access");

interface Given {
  view: AccessView;
  /** By the name of the box. */
  errors: ReadonlyMap<string, string>;
  /** E-mail and name. */
  people: readonly (readonly [string, string])[];
}

export function AccessLogFilterForm({ view, errors, people }: Given) {
  return (
    <FilterBar action="/access-log" words={filterWords()}>
      <Choice
        name="kind"
        label={t("column.kind")}
        all={t("filter.kind")}
        chosen={view.kind}
        options={ACCESS_KINDS.map((kind) => [kind, t(`kind.${kind}`)])}
      />
      <Choice
        name="person"
        label={t("column.person")}
        all={t("filter.person")}
        chosen={view.person === null ? [] : [view.person]}
        options={people}
      />
      <input
        className="input"
        name="address"
        size={18}
        maxLength={64}
        defaultValue={view.address ?? ""}
        aria-label={t("column.address")}
        placeholder={t("filter.address")}
      />
      <DayBoxes from={t("filter.from")} to={t("filter.to")} {...{ view, errors }} />
    </FilterBar>
  );
}
