// Four columns of ages, each with a bar for its share of the group and a count; darker is older.
import { AGES, type Age, type UnresolvedGroup } from "@/lib/domain/unresolved/summary";
import { daysBetween, earliest, type Day } from "@/lib/domain/base/day";
import { translator } from "@/lib/i18n/translator";

const t = translator("unresolved");
/** Steps of a bar's height. */
const STEPS = 10;

export function AgeCells({ ages }: { ages: Record<Age, number> }) {
  const all = AGES.reduce((sum, age) => sum + ages[age], 0);
  return AGES.map((age, i) =>
    ages[age] === 0 ? (
      <td key={age} className="age-head max-md:block">
        <span className="zero text-rule">·</span>
      </td>
    ) : (
      <td key={age} className="age-head max-md:block">
        <i
          className={`age-bar absolute bottom-1.25 left-2 w-3 max-md:bottom-1 max-md:left-0 ramp-${i + 2} h-[${2 * Math.max(1, Math.round((ages[age] / all) * STEPS))}px]`}
        />
        {ages[age]}
      </td>
    ),
  );
}

/** One item: a dash in the column of its age. */
export function AgeDash({ age }: { age: Age }) {
  return AGES.map((one, i) => (
    <td key={one} className="age-head max-md:hidden" aria-hidden="true">
      {one === age ? <i className={`age-dot absolute top-3.5 left-2 w-3 h-1.5 ramp-${i + 2}`} /> : null}
    </td>
  ));
}

export function daysOpen(days: readonly Day[], today: Day): string {
  const first = earliest(days);
  return first === null ? "" : t("days", { days: daysBetween(first, today) });
}

export function sumOfAges(groups: readonly UnresolvedGroup[]): Record<Age, number> {
  const total = (age: Age) => groups.reduce((sum, { ages }) => sum + ages[age], 0);
  return { d7: total("d7"), d30: total("d30"), d90: total("d90"), older: total("older") };
}
