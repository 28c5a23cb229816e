// Gap + blocked + quality = the total. Dormant is shown apart and in no sum.
import { ClassMark } from "@/components/ui/marks/class-mark";
import { Count } from "@/components/ui/count";
import { daysBetween, earliest, type Day } from "@/lib/domain/base/day";
import type { UnresolvedSummary } from "@/lib/domain/unresolved/summary";
import { CLASS_OF, type UnresolvedCode } from "@/lib/domain/unresolved/unresolved";
import { COUNTED_CLASSES, type UnresolvedClass } from "@/lib/domain/unresolved/reasons";
import { translator } from "@/lib/i18n/translator";
import { hasClass, hasReason, unresolvedHref, type UnresolvedView } from "./view";

const t = translator("unresolved");
const domain = translator("domain");

/** Figures of the view. `summary` is grouped by code, and not filtered by class or code. */
export function Figures({
  summary,
  view,
  today,
}: {
  summary: UnresolvedSummary;
  view: UnresolvedView;
  today: Day;
}) {
  const shown = summary.groups.filter(({ key }) => hasReason(view, key as UnresolvedCode));
  const classes = COUNTED_CLASSES.filter((name) => hasClass(view, name));
  const ofClass = (name: UnresolvedClass) =>
    shown.filter(({ key }) => CLASS_OF[key as UnresolvedCode] === name);
  const here = { ...view, open: null };
  return (
    <section aria-label={t("figures")} className="figs mx-0 mt-6 mb-4 border-t-2 border-t-rule-strong">
      <dl className="flex items-stretch max-md:grid max-md:grid-cols-[repeat(3,1fr)]">
        {classes.map((name) => (
          <div key={name} className="part max-md:pr-2 max-md:border-b max-md:border-b-rule">
            <dt className="min-h-5.5 text-muted">
              <ClassMark of={name}>{domain(`class.${name}`)}</ClassMark>
            </dt>
            <dd>
              <Count n={sum(ofClass(name))} href={unresolvedHref({ ...here, class: [name] })} />
            </dd>
            <dd className="small-change">{age(ofClass(name), today)}</dd>
          </div>
        ))}
        {classes.length === 0 ? null : (
          <div className="sum-total max-md:col-span-2">
            <dt className="min-h-5.5 text-text font-semibold">{t("total")}</dt>
            <dd className="inline-block pr-4 border-b-3 border-double border-b-rule-strong font-semibold">
              <Count n={sum(shown)} href={unresolvedHref(here)} />
            </dd>
            <dd className="small-change mt-0.75">{age(shown, today)}</dd>
          </div>
        )}
        {hasClass(view, "DORMANT") ? (
          <div className="apart mr-0 ml-auto pl-6 border-l border-l-rule max-md:m-0 max-md:px-0 max-md:pt-3 max-md:pb-1.5 max-md:border-l-0">
            <dt className="min-h-5.5 text-muted">
              <ClassMark of="DORMANT">{domain("class.DORMANT")}</ClassMark>
            </dt>
            <dd>
              <Count n={summary.dormant} href={unresolvedHref({ ...here, class: ["DORMANT"] })} />
            </dd>
            <dd className="small-change">{domain("classMeaning.DORMANT")}</dd>
          </div>
        ) : null}
      </dl>
    </section>
  );
}

const sum = (groups: UnresolvedSummary["groups"]): number =>
  groups.reduce((total, { count }) => total + count, 0);

function age(groups: UnresolvedSummary["groups"], today: Day): string {
  const first = earliest(groups.map((group) => group.oldest));
  return first === null ? t("noneOpen") : t("oldest", { days: daysBetween(first, today) });
}
