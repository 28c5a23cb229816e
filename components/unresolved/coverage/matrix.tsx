// All positions at a glance. Empty is not zero: a hatch is no pledge, a dash declined, a dot not expected.
import { asOfHref } from "@/components/ui/address/as-of-href";
import { PriorityBars } from "@/components/ui/marks/bars";
import { Count } from "@/components/ui/count";
import { LeftMark } from "@/components/people/participants/left-mark";
import { viewHref } from "@/components/ui/address/view-href";
import type { Coverage } from "@/lib/domain/unresolved/matrix";
import type { Shade } from "@/lib/domain/unresolved/charts/shades";
import type { Day } from "@/lib/domain/base/day";
import { PRIORITIES } from "@/lib/domain/base/priority";
import { translator } from "@/lib/i18n/translator";
import { barsOf } from "./bars";
import { MatrixCell } from "./cell";
import { isMissing } from "./figures";
import type { MatrixRow, RowGroup } from "./rows";
import type { CoverageView } from "./view";

const t = translator("coverage");
const domain = translator("domain");

export function Matrix({
  coverage,
  groups,
  view,
  shades,
  today,
}: {
  coverage: Coverage;
  shades: readonly Shade[];
  groups: readonly RowGroup[];
  view: CoverageView;
  today: Day;
}) {
  return (
    <table className="matrix table-fixed border-separate border-spacing-0" id="matrix">
      <caption className="sr-only">{t("caption")}</caption>
      <thead>
        <tr>
          <th
            className="first:pl-0 first:w-53.5 last:w-19.5 max-xl:first:w-43 max-xl:last:w-17 max-md:first:w-29 max-md:last:w-9"
            scope="col"
          >
            {t("participant")}
          </th>
          {PRIORITIES.map((priority) => (
            <th
              className="first:pl-0 first:w-53.5 last:w-19.5 max-xl:first:w-43 max-xl:last:w-17 max-md:first:w-29 max-md:last:w-9"
              key={priority}
              scope="col"
            >
              <span className="block text-muted text-lead/5.5 font-normal max-md:text-text max-md:text-body/5 max-md:font-semibold">
                {priority}
              </span>
              {domain(`priority.${priority}`)}
            </th>
          ))}
          <th
            scope="col"
            className="number first:pl-0 first:w-53.5 last:w-19.5 text-right pr-0 max-xl:first:w-43 max-xl:last:w-17 max-md:first:w-29 max-md:last:w-9 max-md:after:text-caption max-md:after:font-semibold max-md:after:font-sans max-md:after:content-[attr(data-s)]"
            data-s={t("open")}
          >
            {t("unresolved")}
          </th>
        </tr>
      </thead>
      {groups.map(({ role, rows, expected }) => (
        <tbody key={role}>
          <tr className="group-head">
            <th
              className="text-left px-0 pt-3.5 pb-1 border-b border-b-rule text-caption font-semibold"
              colSpan={7}
              scope="rowgroup"
            >
              {t(`role.${role}`, { count: rows.length })}{" "}
              <span className="ml-1 text-muted font-normal">
                {t(expected ? "of" : "ofNotExpected", { count: rows.length })}
              </span>
            </th>
          </tr>
          {rows.map((row) => (
            <Row key={row.code} row={row} view={view} shades={shades} today={today} />
          ))}
        </tbody>
      ))}
      <Totals coverage={coverage} />
    </table>
  );
}

function Row({
  row: { code, name, leftOn, cells, total },
  view,
  shades,
  today,
}: {
  row: MatrixRow;
  view: CoverageView;
  shades: readonly Shade[];
  today: Day;
}) {
  const { bars, words } = barsOf(cells);
  return (
    <tr>
      <th scope="row">
        <a href={asOfHref(`/participants/${code}`)}>
          <span className="code">{code}</span>
          {name}
        </a>
        <LeftMark participant={{ leftOn }} today={today} />
        <PriorityBars bars={bars} label={t("bars", { list: words })} />
      </th>
      {cells.map((cell) => (
        <MatrixCell key={cell.priority} cell={cell} name={name} view={view} shades={shades} />
      ))}
      <td className="number row-total">
        <Count n={total} href={viewHref("/unresolved", { participant: code })} />
      </td>
    </tr>
  );
}

function Totals({ coverage: { cells, totals } }: { coverage: Coverage }) {
  const missing = cells.filter(isMissing);
  const none = { code: "NO_PLEDGE", open: "NO_PLEDGE" };
  return (
    <tfoot>
      <tr className="first-total">
        <th className="text-left pr-3 pl-0 py-1.5 max-md:pr-1.5" scope="row">
          {t("total")}
        </th>
        {PRIORITIES.map((priority) => (
          <td key={priority} className="number text-right last:pr-0 max-md:pr-1.5">
            <Count
              n={totals.priorities[String(priority)] ?? 0}
              href={viewHref("/unresolved", { priority })}
            />
          </td>
        ))}
        <td className="number text-right last:pr-0 max-md:pr-1.5">
          <Count n={totals.counted} href="/unresolved" />
        </td>
      </tr>
      <tr>
        <th className="text-left pr-3 pl-0 py-1.5 text-muted font-normal max-md:pr-1.5" scope="row">
          {t("ofThese")}
        </th>
        {PRIORITIES.map((priority) => (
          <td key={priority} className="number text-right text-muted last:pr-0 max-md:pr-1.5">
            <Count
              n={missing.filter((cell) => cell.priority === priority).length}
              href={viewHref("/unresolved", { priority, ...none })}
            />
          </td>
        ))}
        <td className="number text-right text-muted last:pr-0 max-md:pr-1.5">
          <Count n={missing.length} href={viewHref("/unresolved", none)} />
        </td>
      </tr>
    </tfoot>
  );
}
