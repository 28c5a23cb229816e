import { AsOfField } from "@/components/ui/address/as-of-field";
import { Choice } from "@/components/ui/choice";
import { KEYSTONE_KINDS } from "@/lib/domain/conditions/keystone-list";
import { translator } from "@/lib/i18n/translator";
import type { KeystonesView } from "../conditions/view";

const t = translator("conditions");

/** A plain form: its values are the address of the view. */
export function KeystoneFilterForm({
  view,
  participants,
}: {
  view: KeystonesView;
  participants: Readonly<Record<string, string>>;
}) {
  const order = view.turned ? `-${view.sort}` : view.sort;
  return (
    <form className="filter" action="/conditions#keystones" aria-label={t("keystones.filter.label")}>
      <AsOfField />
      <Choice
        name="kind"
        label={t("keystones.filter.kindLabel")}
        all={t("keystones.filter.kind")}
        chosen={view.kind}
        options={KEYSTONE_KINDS.map((one) => [one, t(`keystones.filter.${one}`)])}
      />
      <Choice
        name="dormant"
        label={t("keystones.filter.dormantLabel")}
        all={t("keystones.filter.with")}
        chosen={view.dormant === "with" ? [] : [view.dormant]}
        options={(["without", "only"] as const).map((one) => [one, t(`keystones.filter.${one}`)])}
      />
      <Choice
        name="participant"
        label={t("keystones.column.participant")}
        all={t("keystones.filter.participant")}
        chosen={view.participant}
        options={Object.entries(participants)}
      />
      {order === "necessary" ? null : <input type="hidden" name="sort" value={order} />}
      <button className="btn">{t("keystones.filter.show")}</button>
    </form>
  );
}
