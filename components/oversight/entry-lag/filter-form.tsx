import { DateBox } from "@/components/form/date-box";
import { Choice } from "@/components/ui/choice";
import { LAG_GROUPINGS } from "@/lib/domain/details/entry-lag";
import { PRIORITIES } from "@/lib/domain/base/priority";
import { translator } from "@/lib/i18n/translator";
import { hasEntryLagFilter, lagHref, wholeOf, type LagView } from "./view";

const t = translator("entry-lag");
const domain = translator("domain");
const ui = translator("ui");

interface Given {
  view: LagView;
  names: Readonly<Record<string, string>>;
  /** By the name of the box. */
  errors: ReadonlyMap<string, string>;
}

/** A plain form: its values are the address of the view. */
export function EntryLagFilterForm({ view, names, errors }: Given) {
  return (
    <form className="filter" action="/entry-lag" aria-label={t("filter.label")}>
      {view.group === "desk" ? null : <input type="hidden" name="group" value={view.group} />}
      <Choice
        name="participant"
        label={t("group.participant")}
        all={t("filter.participant")}
        chosen={view.participant}
        options={Object.entries(names)}
      />
      <Choice
        name="priority"
        label={t("group.priority")}
        all={t("filter.priority")}
        chosen={view.priority.map(String)}
        options={PRIORITIES.map((one) => [String(one), `${one} ${domain(`priority.${one}`)}`])}
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
      {hasEntryLagFilter(view) ? (
        <a href={lagHref({ ...wholeOf(view), participant: [], priority: [], from: null, to: null })}>
          {t("filter.clear")}
        </a>
      ) : null}
    </form>
  );
}

/** The same figures by desk, participant or priority. */
export function Groupings({ view }: { view: LagView }) {
  return (
    <nav className="seg" aria-label={t("group.label")}>
      {LAG_GROUPINGS.map((group) => (
        <a
          key={group}
          href={lagHref({ ...wholeOf(view), group })}
          {...(group === view.group ? { "aria-current": "true" as const } : {})}
        >
          {t(`group.${group}`)}
        </a>
      ))}
    </nav>
  );
}
