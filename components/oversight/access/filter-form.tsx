import { DateBox } from "@/components/form/date-box";
import { Choice } from "@/components/ui/choice";
import { ACCESS_KINDS } from "@/lib/domain/log/access";
import { translator } from "@/lib/i18n/translator";
import type { AccessView } from "./view";

const t = translator("access");
const ui = translator("ui");

/** A plain form: its values are the address of the view. */
export function AccessLogFilterForm({
  view,
  errors,
  people,
}: {
  view: AccessView;
  /** By the name of the box. */
  errors: ReadonlyMap<string, string>;
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
      {(["from", "to"] as const).map((name) => (
        <DateBox
          key={name}
          id={name}
          name={name}
          label={t(`filter.${name}`)}
          value={view[name] ?? ""}
          error={errors.get(name)}
          errorPrefix={ui("errorPrefix")}
        />
      ))}
      <button className="btn">{t("filter.show")}</button>
    </form>
  );
}
