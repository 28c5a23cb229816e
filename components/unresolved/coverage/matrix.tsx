// All positions at a glance. Empty is not zero: a hatch is no pledge, a dash declined, a dot not expected.
import { asOfHref } from "@/components/ui/address/as-of-href";
import { PriorityBars } from "@/components/ui/marks/bars";
import { Count } from "@/components/ui/count";
import { LeftMark } from "@/components/people/participants/left-mark";
import { viewHref } from "@/components/ui/address/view-href";
import type { Coverage } from "@/lib/domain/unresolved/matrix";
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
  today,
}: {
  coverage: Coverage;
  groups: readonly RowGroup[];
  view: CoverageView;
  today: Day;
}) {
  return (
    <table className="mx" id="matrix">
      <caption className="vh">{t("caption")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("participant")}</th>
          {PRIORITIES.map((priority) => (
            <th key={priority} scope="col">
              <span className="pn">{priority}</span>
              {domain(`priority.${priority}`)}
            </th>
          ))}
          <th scope="col" className="num" data-s={t("open")}>
            {t("unresolved")}
          </th>
        </tr>
      </thead>
      {groups.map(({ role, rows, expected }) => (
        <tbody key={role}>
          <tr className="rg">
            <th colSpan={7} scope="rowgroup">
              {t(`role.${role}`, { count: rows.length })}{" "}
              <span>{t(expected ? "of" : "ofNotExpected", { count: rows.length })}</span>
            </th>
          </tr>
          {rows.map((row) => (
            <Row key={row.code} row={row} view={view} today={today} />
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
  today,
}: {
  row: MatrixRow;
  view: CoverageView;
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
        <MatrixCell key={cell.priority} cell={cell} name={name} view={view} />
      ))}
      <td className="num tot">
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
      <tr className="t1">
        <th scope="row">{t("total")}</th>
        {PRIORITIES.map((priority) => (
          <td key={priority} className="num">
            <Count
              n={totals.priorities[String(priority)] ?? 0}
              href={viewHref("/unresolved", { priority })}
            />
          </td>
        ))}
        <td className="num">
          <Count n={totals.counted} href="/unresolved" />
        </td>
      </tr>
      <tr>
        <th scope="row">{t("ofThese")}</th>
        {PRIORITIES.map((priority) => (
          <td key={priority} className="num">
            <Count
              n={missing.filter((cell) => cell.priority === priority).length}
              href={viewHref("/unresolved", { priority, ...none })}
            />
          </td>
        ))}
        <td className="num">
          <Count n={missing.length} href={viewHref("/unresolved", none)} />
        </td>
      </tr>
    </tfoot>
  );
}
