import { filterWords } from "@/components/tables/filter-words";
import { Choice } from "@/components/ui/ledger/choice";
import { FILTER_LINE, FilterBar, SearchField } from "@/components/ui/ledger/filter-bar";
import { OWNERSHIPS } from "@/lib/domain/pledge/source";
import { translator } from "@/lib/i18n/translator";
import type { SourcesView } from "./view";

const t = translator("sources");
const domain = translator("domain");

export function SourcesFilterForm({ view }: { view: SourcesView }) {
  return (
    <FilterBar className={FILTER_LINE} action="/sources" words={filterWords()}>
      <SearchField label={t("filter.q")} value={view.q} size={32} />
      <Choice
        name="ownership"
        label={t("column.ownership")}
        all={t("filter.ownership")}
        chosen={view.ownership}
        options={OWNERSHIPS.map((one) => [one, domain(`ownership.${one}`)])}
      />
    </FilterBar>
  );
}
