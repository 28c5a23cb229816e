// How many pledges took how long: a chart for each group, on one scale.
import { ColumnChart } from "@/components/unresolved/charts/column-chart";
import { Count } from "@/components/ui/count";
import { LAG_BANDS, type Lag, type LagGroup, type LagGrouping } from "@/lib/domain/details/entry-lag";
import { translator } from "@/lib/i18n/translator";
import { groupName } from "./group-name";
import { narrowedTo, rowsHref, wholeOf, type LagView } from "./view";

const t = translator("entry-lag");

/** More charts would say no more than the table. */
const MOST_CHARTS = 6;

export function LagCharts({
  groups,
  whole,
  view,
  names,
}: {
  groups: readonly LagGroup[];
  /** All groups together. */
  whole: { lag: Lag; bands: readonly number[] };
  view: LagView;
  names: Readonly<Record<string, string>>;
}) {
  const all = { name: t("all"), ...whole, view: wholeOf(view) };
  const shown =
    groups.length > 1 && groups.length <= MOST_CHARTS
      ? groups.map((group) => ({
          ...chartOf(group, view.group, names),
          view: narrowedTo(wholeOf(view), group),
        }))
      : [all];
  const top = Math.max(...shown.flatMap(({ bands }) => bands), 1);
  return (
    <ul className="charts">
      {shown.map(({ name, lag, bands, view: of }) => (
        <li key={name}>
          <h3>
            {name}
            <span className="big-figure">
              <Count n={lag.known} href={rowsHref({ ...of, stated: ["yes"] })} />
            </span>
          </h3>
          <ColumnChart
            values={bands}
            names={BAND_NAMES}
            readings={bands.map((count, at) => t("reading", { days: BAND_NAMES[at] ?? "", count }))}
            label={t("reader", { group: name })}
            axis={t("axis")}
            top={top}
          />
        </li>
      ))}
    </ul>
  );
}

const chartOf = (group: LagGroup, grouping: LagGrouping, names: Readonly<Record<string, string>>) => ({
  name: groupName(group, grouping, names),
  lag: group.lag,
  bands: group.bands,
});

const BAND_NAMES = LAG_BANDS.map(([from, to]) =>
  from === null ? "0" : to === null ? `${from}+` : from === to ? String(from) : `${from}–${to}`,
);
