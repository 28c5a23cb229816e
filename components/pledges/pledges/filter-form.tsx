// A plain form: its values are the address of the view.
import { AsOfField } from "@/components/ui/address/as-of-field";
import { Choice } from "@/components/ui/choice";
import type { Names } from "@/components/ui/names";
import { CONTRIBUTION_KINDS } from "@/lib/domain/pledge/contribution";
import { NOBODY } from "@/lib/domain/base/listing";
import { PRIORITIES } from "@/lib/domain/base/priority";
import { STAGES } from "@/lib/domain/pledge/stages";
import { COUNTED_CLASSES } from "@/lib/domain/unresolved/unresolved";
import { translator } from "@/lib/i18n/translator";
import type { PledgesView } from "./view";

const t = translator("pledges");
const domain = translator("domain");

export function PledgesFilterForm({ view, names }: { view: PledgesView; names: Names }) {
  const order = view.turned ? `-${view.sort}` : view.sort;
  return (
    <form className="filter" action="/pledges" aria-label={t("filter.label")}>
      <AsOfField />
      <input
        className="input"
        type="search"
        name="q"
        maxLength={100}
        defaultValue={view.q ?? ""}
        aria-label={t("filter.q")}
        placeholder={t("filter.q")}
      />
      <Choice
        name="participant"
        label={t("column.participant")}
        all={t("filter.participant")}
        chosen={view.participant}
        options={Object.entries(names.participants)}
      />
      <Choice
        name="priority"
        label={t("filter.priorityLabel")}
        all={t("filter.priority")}
        chosen={view.priority.map(String)}
        options={PRIORITIES.map((one) => [String(one), `${one} ${domain(`priority.${one}`)}`])}
      />
      <Choice
        name="stage"
        label={t("column.stage")}
        all={t("filter.stage")}
        chosen={view.stage}
        options={STAGES.map((one) => [one, domain(`stage.${one}`)])}
      />
      <Choice
        name="class"
        label={t("column.unresolved")}
        all={t("filter.class")}
        chosen={view.class}
        options={[
          [COUNTED_CLASSES.join(","), t("filter.anything")],
          ...COUNTED_CLASSES.map((one) => [one, domain(`class.${one}`)] as const),
        ]}
      />
      <Choice
        name="kind"
        label={t("filter.kindLabel")}
        all={t("filter.kind")}
        chosen={view.kind}
        options={CONTRIBUTION_KINDS.map((one) => [one, domain(`contributionKind.${one}`)])}
      />
      <Choice
        name="owner"
        label={t("column.owner")}
        all={t("filter.owner")}
        chosen={view.owner}
        options={[...Object.entries(names.owners), [NOBODY, t("nobody")]]}
      />
      <Hidden name="code" value={view.code.join(",")} />
      <Hidden name="waits" value={view.waits.join(",")} />
      <Hidden name="domain" value={view.domain.join(",")} />
      <Hidden name="voided" value={view.voided === "without" ? "" : view.voided} />
      <Hidden name="sort" value={order === "reference" ? "" : order} />
      <button className="btn">{t("filter.show")}</button>
    </form>
  );
}

function Hidden({ name, value }: { name: string; value: string }) {
  return value === "" ? null : <input type="hidden" name={name} value={value} />;
}
