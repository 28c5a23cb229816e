import { filterWords } from "@/components/tables/filter-words";
import { Choice } from "@/components/ui/ledger/choice";
import { FilterBar, SearchField } from "@/components/ui/ledger/filter-bar";
import { FINDING_STATES } from "@/lib/domain/oversight/finding";
import { translator } from "@/lib/i18n/translator";
import { chosenIn, EVERY_FINDING_STATE, type FindingsView } from "./view";

const t = translator("findings");

export function FindingsFilterForm({ view }: { view: FindingsView }) {
  return (
    <FilterBar action="/findings" words={filterWords()} keep={{ about: view.about }}>
      <SearchField label={t("filter.q")} value={view.q} size={32} />
      <Choice
        name="state"
        label={t("column.state")}
        all={t("filter.state")}
        chosen={chosenIn(view.state)}
        options={[
          ...FINDING_STATES.map((one) => [one, t(`state.${one}`)] as const),
          [EVERY_FINDING_STATE.join(","), t("filter.all")],
        ]}
      />
    </FilterBar>
  );
}
