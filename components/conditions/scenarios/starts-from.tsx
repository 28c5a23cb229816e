// The moment that a scenario starts from. A plain form: its values are the address.
import { DateBox } from "@/components/form/dates/date-box";
import type { WrongMoment } from "@/components/form/mistyped";
import { buttonLook } from "@/components/ui/looks";
import { Section } from "@/components/ui/page/section";
import { clockOf } from "@/lib/domain/base/moment";
import type { Baseline } from "@/lib/domain/oversight/baseline";
import { assumptionName } from "@/lib/domain/history/scenarios/assumption-name";
import { longMoment, registerZone, registerZoneName } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import type { NewScenarioView } from "./view";

const t = translator("scenarios");
const ui = translator("ui");

interface Given {
  view: NewScenarioView;
  /** The moment that the register is read at. */
  point: string;
  baselines: readonly Baseline[];
  at: string;
  typed: WrongMoment | undefined;
}

export function StartsFrom({ view, point, baselines, at, typed }: Given) {
  const { asOf, assumptions, priority } = view;
  const known = baselines.some(({ id, name }) => id === asOf || name === asOf);
  return (
    <Section id="from" title={t("from.title")}>
      <p className="text-muted">{t("from.text")}</p>
      <form className="filter" action="/scenarios/new" aria-labelledby="from">
        <input type="hidden" name="suppose" value={assumptions.map(assumptionName).join(",")} />
        {priority === null ? null : (
          <input className="hover:bg-sunken" type="hidden" name="priority" value={priority} />
        )}
        <select className="input" name="asOf" defaultValue={asOf ?? ""} aria-label={t("from.choose")}>
          <option value="">{t("from.now")}</option>
          {asOf !== null && !known ? <option value={asOf}>{longMoment(point)}</option> : null}
          {baselines.map(({ id, name }) => (
            <option key={id} value={name === asOf ? name : id}>
              {name}
            </option>
          ))}
        </select>
        <DateBox
          id="asOfOn"
          name="asOfOn"
          kind="moment"
          label={t("from.moment", { zone: registerZoneName() })}
          value={typed?.text ?? ""}
          error={typed?.error}
          errorPrefix={ui("errorPrefix")}
          latest={clockOf(at, registerZone())}
        />
        <button className={buttonLook()}>{t("from.use")}</button>
      </form>
    </Section>
  );
}
