import { Choice } from "@/components/ui/choice";
import { ACCESS_KINDS } from "@/lib/domain/access";
import { translator } from "@/lib/i18n/translator";
import type { AccessView } from "./view";

const t = translator("access");

/** A plain form: its values are the address of the view. */
export function FilterForm({
  view,
  people,
}: {
  view: AccessView;
  /** E-mail and name. */
  people: readonly (readonly [string, string])[];
}) {
  return (
    <form className="filter" action="/access-log" aria-label={t("filter.label")}>
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
      <label>
        {t("filter.from")} <input className="input" type="date" name="from" defaultValue={view.from ?? ""} />
      </label>
      <label>
        {t("filter.to")} <input className="input" type="date" name="to" defaultValue={view.to ?? ""} />
      </label>
      <button className="btn">{t("filter.show")}</button>
    </form>
  );
}
