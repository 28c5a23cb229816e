import { AsOfField } from "@/components/ui/address/as-of-field";
import { Choice } from "@/components/ui/choice";
import { OWNERSHIPS } from "@/lib/domain/pledge/source";
import { translator } from "@/lib/i18n/translator";
import type { SourcesView } from "./view";

const t = translator("sources");
const domain = translator("domain");

/** A plain form: its values are the address of the view. */
export function SourcesFilterForm({ view }: { view: SourcesView }) {
  return (
    <form className="filter" action="/sources" aria-label={t("filter.label")}>
      <AsOfField />
      <input
        className="input"
        type="search"
        name="q"
        size={32}
        maxLength={100}
        defaultValue={view.q ?? ""}
        aria-label={t("filter.q")}
        placeholder={t("filter.q")}
      />
      <Choice
        name="ownership"
        label={t("column.ownership")}
        all={t("filter.ownership")}
        chosen={view.ownership}
        options={OWNERSHIPS.map((one) => [one, domain(`ownership.${one}`)])}
      />
      <button className="btn">{t("filter.show")}</button>
    </form>
  );
}
