// The two moments, and the filters. A plain form: its values are the address of the view.
import { DateBox } from "@/components/form/date-box";
import type { WrongMoment } from "@/components/form/mistyped";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { AsOfField } from "@/components/ui/address/as-of-field";
import { Choice } from "@/components/ui/choice";
import { clockOf } from "@/lib/domain/base/moment";
import type { Baseline } from "@/lib/domain/people/person";
import { PRIORITIES } from "@/lib/domain/base/priority";
import { UNRESOLVED_CLASSES } from "@/lib/domain/unresolved/unresolved";
import { translator } from "@/lib/i18n/translator";
import { zoneName } from "@/lib/i18n/when";
import { pointTime } from "./moments";
import { changesHref, hasChangesFilter, type ChangesView } from "./view";
import { labelled } from "@/lib/i18n/signs";

const t = translator("changes");
const domain = translator("domain");
const ui = translator("ui");

interface Given {
  view: ChangesView;
  baselines: readonly Baseline[];
  participants: Readonly<Record<string, string>>;
  at: string;
  timeZone: string;
  wrong: ReadonlyMap<"since" | "until", WrongMoment>;
}

export function ChangesFilterForm({ view, baselines, participants, at, timeZone, wrong }: Given) {
  return (
    <form className="filter chf" action="/changes" aria-label={t("filter.label")}>
      <AsOfField />
      <Moment name="since" chosen={view.since} {...{ baselines, at, timeZone, wrong }} />
      <Moment name="until" chosen={view.until} {...{ baselines, at, timeZone, wrong }} />
      <Choice
        name="participant"
        chosen={view.participant}
        label={t("group.participant")}
        all={t("filter.participant")}
        options={Object.entries(participants)}
      />
      <Choice
        name="priority"
        chosen={view.priority.map(String)}
        label={t("group.priority")}
        all={t("filter.priority")}
        options={PRIORITIES.map((one) => [String(one), `${one} ${domain(`priority.${one}`)}`])}
      />
      <Choice
        name="class"
        chosen={view.class}
        label={t("group.class")}
        all={t("filter.class")}
        options={UNRESOLVED_CLASSES.map((one) => [one, domain(`class.${one}`)])}
      />
      {view.group === "participant" ? null : <input type="hidden" name="group" value={view.group} />}
      {view.show === null ? null : <input type="hidden" name="show" value={view.show} />}
      <button className="btn">{t("filter.show")}</button>
      {hasChangesFilter(view) ? (
        <a href={asOfHref(changesHref({ ...view, participant: [], priority: [], class: [] }))}>
          {t("filter.clear")}
        </a>
      ) : null}
    </form>
  );
}

/** A baseline, or any moment in the register's time; a moment wins over a baseline. */
function Moment({
  name,
  chosen,
  baselines,
  at,
  timeZone,
  wrong,
}: Pick<Given, "baselines" | "at" | "timeZone" | "wrong"> & {
  name: "since" | "until";
  chosen: string | null;
}) {
  const known = baselines.map(({ name: called }) => called);
  const asked = chosen !== null && !known.includes(chosen);
  return (
    <fieldset>
      <legend>{t(`filter.${name}`)}</legend>
      <select className="input" name={name} defaultValue={chosen ?? ""} aria-label={t(`filter.${name}`)}>
        {name === "until" ? <option value="">{t("filter.now")}</option> : null}
        {asked ? <option value={chosen}>{wordOf(chosen, baselines, timeZone)}</option> : null}
        {known.map((called) => (
          <option key={called} value={called}>
            {called}
          </option>
        ))}
      </select>
      <DateBox
        id={`${name}On`}
        name={`${name}On`}
        kind="moment"
        label={labelled(t(`filter.${name}`), t("filter.moment", { zone: zoneName(timeZone) }))}
        hidesLabel
        value={wrong.get(name)?.text ?? ""}
        error={wrong.get(name)?.error}
        errorPrefix={ui("errorPrefix")}
        latest={clockOf(at, timeZone)}
      />
    </fieldset>
  );
}

/** A baseline's name for its id, the register's time for an instant. */
function wordOf(text: string, baselines: readonly Baseline[], timeZone: string): string {
  const named = baselines.find(({ id }) => id === text);
  if (named) return named.name;
  return Number.isNaN(Date.parse(text)) || text.length < 12
    ? text
    : pointTime({ at: text, baseline: null }, timeZone);
}
