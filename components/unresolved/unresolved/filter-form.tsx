// A plain form: its values are the address of the view.
import { asOfHref } from "@/components/ui/address/as-of-href";
import { AsOfField } from "@/components/ui/address/as-of-field";
import { Choice } from "@/components/ui/choice";
import { Menu } from "@/components/ui/menu";
import { NOBODY } from "@/lib/domain/base/listing";
import { PRIORITIES } from "@/lib/domain/base/priority";
import { GROUPINGS } from "@/lib/domain/unresolved/summary";
import { UNRESOLVED_CLASSES } from "@/lib/domain/unresolved/unresolved";
import { inSentence } from "@/lib/i18n/words/in-sentence";
import { translator } from "@/lib/i18n/translator";
import type { Names } from "@/components/ui/names";
import { isWhole, unresolvedHref, WHOLE_UNRESOLVED, type UnresolvedView } from "./view";

const t = translator("unresolved");
const domain = translator("domain");

export function UnresolvedFilterForm({ view, names }: { view: UnresolvedView; names: Names }) {
  const since = view.since ?? view.against?.text ?? null;
  const owners = { ...names.owners, [NOBODY]: t("nobody") };
  return (
    <form className="filter" action="/unresolved" aria-label={t("filter.label")}>
      <AsOfField />
      <Choice
        name="class"
        chosen={view.class}
        label={t("group.class")}
        all={t("filter.class")}
        options={UNRESOLVED_CLASSES.map((one) => [one, domain(`class.${one}`)])}
      />
      <Choice
        name="participant"
        chosen={view.participant}
        label={t("group.participant")}
        all={t("filter.participant")}
        options={Object.entries(names.participants)}
      />
      <Choice
        name="priority"
        chosen={view.priority.map(String)}
        label={t("group.priority")}
        all={t("filter.priority")}
        options={PRIORITIES.map((one) => [String(one), `${one} ${domain(`priority.${one}`)}`])}
      />
      <Choice
        name="owner"
        chosen={view.owner}
        label={t("group.owner")}
        all={t("filter.owner")}
        options={Object.entries(owners)}
      />
      {view.group === "code" ? null : <input type="hidden" name="group" value={view.group} />}
      {view.code.length === 0 ? null : <input type="hidden" name="code" value={view.code.join(",")} />}
      {since === null ? null : <input type="hidden" name="since" value={since} />}
      <button className="btn">{t("filter.show")}</button>
      <Menu
        label={t("group.by", { group: inSentence(t(`group.${view.group}`)) })}
        items={GROUPINGS.map((group) => ({
          href: unresolvedHref({ ...view, group, open: null }),
          label: t(`group.${group}`),
          current: group === view.group,
        }))}
      />
      {isWhole(view) ? null : (
        <a href={asOfHref(unresolvedHref({ ...WHOLE_UNRESOLVED, group: view.group }))}>{t("filter.clear")}</a>
      )}
    </form>
  );
}
