// A mark for each participant expected on a priority, and their numbers.
import { asOfHref } from "@/components/ui/address/as-of-href";
import { viewHref } from "@/components/ui/address/view-href";
import { linkTo } from "@/components/ui/link-to";
import { Section } from "@/components/ui/page/section";
import {
  REACHES,
  reachByPriority,
  reachInAll,
  type PriorityReach,
  type Reached,
} from "@/lib/domain/unresolved/charts/reach";
import type { CoverageCell } from "@/lib/domain/unresolved/matrix";
import { translator } from "@/lib/i18n/translator";

const t = translator("home");
const domain = translator("domain");

export function PriorityReaches({ cells }: { cells: readonly CoverageCell[] }) {
  const rows = reachByPriority(cells);
  const [first] = rows;
  const expected = first ? REACHES.reduce((sum, reach) => sum + first.counts[reach], 0) : 0;
  return (
    <Section
      id="covered"
      title={t("covered.title")}
      aside={
        <span className="text-caption text-muted">
          {t.rich("covered.note", { count: expected, matrix: linkTo("/coverage") })}
        </span>
      }
    >
      <table className="w-full text-ui">
        <caption className="sr-only">{t("covered.title")}</caption>
        <thead>
          <tr className="border-b border-rule-strong text-caption">
            <th scope="col" className="py-1.5 text-left align-bottom">
              {t("covered.priority")}
            </th>
            <td className="max-md:hidden" />
            {REACHES.map((reach) => (
              <th
                key={reach}
                scope="col"
                className="pl-3 text-right align-bottom max-md:pl-1"
                title={t(`covered.means.${reach}`)}
              >
                <span className="inline-flex items-center gap-1.5 max-md:rotate-180 max-md:[writing-mode:vertical-rl]">
                  <Strip counts={[[reach, 1]]} />
                  <span className="w-min max-md:w-auto">{t(`covered.reach.${reach}`)}</span>
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.priority} row={row} />
          ))}
        </tbody>
        <tfoot>
          <tr className="border-y-2 border-rule-strong font-semibold">
            <th scope="row" className="py-1.5 text-left">
              {t("covered.all")}
            </th>
            <td className="max-md:hidden" />
            <Counts counts={reachInAll(rows)} />
          </tr>
        </tfoot>
      </table>
    </Section>
  );
}

function Row({ row: { priority, counts } }: { row: PriorityReach }) {
  return (
    <tr className="h-9 border-b border-rule">
      <th scope="row" className="pr-4 text-left font-normal max-md:pr-1 max-md:hyphens-auto">
        <span className="text-muted">{priority}</span>{" "}
        <a href={asOfHref(viewHref("/pledges", { priority }))}>{domain(`priority.${priority}`)}</a>
      </th>
      <td className="max-md:hidden">
        <Strip counts={REACHES.map((reach) => [reach, counts[reach]])} />
      </td>
      <Counts counts={counts} />
    </tr>
  );
}

function Counts({ counts }: { counts: Record<Reached, number> }) {
  return REACHES.map((reach) => (
    <td
      key={reach}
      className={`pl-3 text-right tabular-nums max-md:pl-2 ${counts[reach] === 0 ? "text-muted" : ""}`}
    >
      {counts[reach]}
    </td>
  ));
}

const [WIDE, HIGH] = [9, 14];

/** One box for each, in the order given. The numbers are in the table. */
function Strip({ counts }: { counts: readonly (readonly [Reached, number])[] }) {
  const marks = counts.flatMap(([reach, count]) => Array<Reached>(count).fill(reach));
  const path = (draw: Partial<Record<Reached, string>>): string =>
    marks
      .map((reach, place) => (draw[reach] === undefined ? "" : `M${place * WIDE + 0.5} .5${draw[reach]}`))
      .join("");
  return (
    <svg width={marks.length * WIDE} height={HIGH} aria-hidden="true" className="inline-block fill-none">
      <path className="fill-moving" d={path({ firm: BOX, conditional: HALF })} />
      <path className="stroke-moving" d={path({ firm: BOX, conditional: BOX, indicative: BOX })} />
      <path className="stroke-control [stroke-dasharray:2_2]" d={path({ words: BOX })} />
      <path className="stroke-text [stroke-width:2]" d={path({ declined: "m0 6h6" })} />
      <path className="stroke-control opacity-60" d={path({ none: "m0 6l5-6m-5 13l6-7m-2 7l2-2" })} />
    </svg>
  );
}

const BOX = "h6v13h-6Z";
const HALF = "h3v13h-3Z";
