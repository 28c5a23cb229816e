// Gap + blocked + quality = the total. Dormant stands apart: it enters no sum.
import { ClassMark } from "@/components/ui/class-mark";
import { Count } from "@/components/ui/count";
import { daysBetween, earliest, type Day } from "@/lib/domain/day";
import type { UnresolvedSummary } from "@/lib/domain/summary";
import {
  CLASS_OF,
  COUNTED_CLASSES,
  type UnresolvedClass,
  type UnresolvedCode,
} from "@/lib/domain/unresolved";
import { translator } from "@/lib/i18n/translator";
import { unresolvedHref, type UnresolvedView } from "./view";

const t = translator("unresolved");
const domain = translator("domain");

/** `summary` is grouped by code, and not narrowed to classes or codes. */
export function Figures({
  summary,
  view,
  today,
}: {
  summary: UnresolvedSummary;
  view: UnresolvedView;
  today: Day;
}) {
  const whole = { ...view, class: [], code: [], open: null };
  const oldest = (classes: readonly UnresolvedClass[]) =>
    age(
      summary.groups.filter(({ key }) => classes.includes(CLASS_OF[key as UnresolvedCode])),
      today,
    );
  return (
    <section aria-label={t("figures")} className="figs">
      <dl>
        {COUNTED_CLASSES.map((name) => (
          <div key={name}>
            <dt>
              <ClassMark of={name}>{domain(`class.${name}`)}</ClassMark>
            </dt>
            <dd>
              <Count n={summary.byClass[name]} href={unresolvedHref({ ...whole, class: [name] })} />
            </dd>
            <dd className="ch">{oldest([name])}</dd>
          </div>
        ))}
        <div className="sum">
          <dt>{t("total")}</dt>
          <dd>
            <Count n={summary.counted} href={unresolvedHref(whole)} />
          </dd>
          <dd className="ch">{oldest(COUNTED_CLASSES)}</dd>
        </div>
        <div className="apart">
          <dt>
            <ClassMark of="DORMANT">{domain("class.DORMANT")}</ClassMark>
          </dt>
          <dd>
            <Count n={summary.dormant} href={unresolvedHref({ ...whole, class: ["DORMANT"] })} />
          </dd>
          <dd className="ch">{domain("classMeaning.DORMANT")}</dd>
        </div>
      </dl>
    </section>
  );
}

function age(groups: UnresolvedSummary["groups"], today: Day): string {
  const first = earliest(groups.map((group) => group.oldest));
  return first === null ? t("noneOpen") : t("oldest", { days: daysBetween(first, today) });
}
