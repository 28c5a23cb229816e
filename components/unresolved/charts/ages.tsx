// When the unresolved items came up: a chart for each class, on one scale.
import { ClassMark } from "@/components/ui/marks/class-mark";
import { Count } from "@/components/ui/count";
import { Ledger } from "@/components/ui/ledger/ledger";
import { viewHref } from "@/components/ui/address/view-href";
import type { Ages } from "@/lib/domain/unresolved/ages";
import type { Day } from "@/lib/domain/base/day";
import { COUNTED_CLASSES } from "@/lib/domain/unresolved/reasons";
import { translator } from "@/lib/i18n/translator";
import { monthOf, shortMonth } from "@/lib/i18n/dates";
import { ColumnChart } from "./column-chart";

const t = translator("charts");
const domain = translator("domain");

export function AgeCharts({ ages: { months, counts } }: { ages: Ages }) {
  const top = Math.max(...COUNTED_CLASSES.flatMap((name) => counts[name] ?? []), 1);
  return (
    <ul className="charts">
      {COUNTED_CLASSES.map((name) => {
        const values = counts[name] ?? months.map(() => 0);
        return (
          <li key={name}>
            <h3>
              <ClassMark of={name}>{domain(`class.${name}`)}</ClassMark>
              <span className="big-figure">
                <Count n={sum(values)} href={viewHref("/unresolved", { class: name })} />
              </span>
            </h3>
            <ColumnChart
              values={values}
              names={months.map(shortName)}
              below={months.map((month) => (month?.endsWith("-01-01") ? month.slice(0, 4) : ""))}
              readings={values.map((count, at) =>
                t("ages.reading", { month: monthName(months[at] ?? null), count }),
              )}
              label={t("ages.reader", { class: domain(`class.${name}`) })}
              axis={t("ages.axis")}
              top={top}
            />
          </li>
        );
      })}
    </ul>
  );
}

/** A column has room for a few letters; its reading has the whole name. */
const shortName = (month: Day | null): string =>
  month === null ? t("ages.olderShort") : shortMonth(month).slice(0, 3);

const monthName = (month: Day | null): string => (month === null ? t("ages.older") : monthOf(month));

interface Row {
  month: Day | null;
  values: number[];
}

export function AgesTable({ ages: { months, counts } }: { ages: Ages }) {
  const rows = months.map((month, i): Row => ({
    month,
    values: COUNTED_CLASSES.map((name) => counts[name]?.[i] ?? 0),
  }));
  return (
    <Ledger
      flat
      caption={t("ages.caption")}
      rows={[...rows].reverse()}
      rowKey={({ month }) => month ?? "older"}
      columns={[
        {
          heading: t("ages.month"),
          names: true,
          cell: ({ month }) => monthName(month),
          foot: t("ages.total"),
        },
        ...COUNTED_CLASSES.map((name, place) => ({
          heading: domain(`class.${name}`),
          numeric: true,
          cell: ({ values }: Row) => values[place],
          foot: <Count n={sum(counts[name] ?? [])} href={viewHref("/unresolved", { class: name })} />,
        })),
        {
          heading: t("ages.all"),
          numeric: true,
          cell: ({ values }) => sum(values),
          foot: <Count n={sum(rows.flatMap(({ values }) => values))} href="/unresolved" />,
        },
      ]}
    />
  );
}

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);
