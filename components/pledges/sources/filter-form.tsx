import { listChips } from "@/components/tables/typed/list-chips";
import type { TypedTroubleShown } from "@/components/tables/typed/parse-typed";
import { TypedLine } from "@/components/tables/typed/typed-line";
import { Choice } from "@/components/ui/ledger/choice";
import { OWNERSHIPS } from "@/lib/domain/pledge/source";
import { translator } from "@/lib/i18n/translator";
import { sourcesHref, type SourcesView } from "./view";

const t = translator("sources");
const domain = translator("domain");
const lists = translator("lists");

export function SourcesFilterForm({
  view,
  trouble,
}: {
  view: SourcesView;
  trouble: TypedTroubleShown | null;
}) {
  return (
    <TypedLine
      list="sources"
      chips={listChips("sources", { ownership: view.ownership }, {}, () =>
        sourcesHref({ ...view, ownership: [] }),
      )}
      label={lists("field.labelOf.sources")}
      placeholder={lists("field.placeholderOf.sources")}
      value={view.q}
      view={sourcesHref(view)}
      trouble={trouble}
      keep={{}}
      boxes={
        <Choice
          name="ownership"
          label={t("column.ownership")}
          all={t("filter.ownership")}
          chosen={view.ownership}
          options={OWNERSHIPS.map((one) => [one, domain(`ownership.${one}`)])}
        />
      }
    />
  );
}
