// Amounts side by side, each a figure and a bar. Each row has its own scale: no unit compares with another.
import { asOfHref } from "@/components/ui/address/as-of-href";
import {
  scaleOf,
  type AmountColumn,
  type AmountRow,
  type AmountSide,
} from "@/lib/domain/requirements/side-by-side";
import { isOnLadder, type Stage } from "@/lib/domain/pledge/stages";
import { StageMark } from "@/components/ui/marks/stage-ring";
import { translator } from "@/lib/i18n/translator";
import { amountsHref, isFigure, type AmountsView, type AmountFigure } from "./view";
import { extraWords, columnWords, measureWords, amountFigureWords } from "./words";

const t = translator("amounts");

interface Props<C extends AmountColumn> {
  caption: string;
  rows: readonly AmountRow<C>[];
  columns: readonly C[];
  view: AmountsView;
}

export function AmountsTable<C extends AmountColumn>({ caption, rows, columns, view }: Props<C>) {
  return (
    <table className="ledger stack amounts">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th className="whitespace-nowrap" scope="col">
            {t("in")}
          </th>
          {columns.map((column) => (
            <th className="whitespace-nowrap" scope="col" key={column}>
              {isOnLadder(column as Stage) ? (
                <StageMark stage={column as Stage}>{columnWords(column)}</StageMark>
              ) : (
                columnWords(column)
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.of} ${row.measure}`}>
            <th scope="row">{measureWords(row.measure, row.of)}</th>
            {columns.map((column) => (
              <td className="min-w-30" key={column} data-l={columnWords(column)}>
                <Cell
                  side={row.sides[column]}
                  scale={scaleOf(row)}
                  figure={{ column, measure: row.measure, of: row.of }}
                  view={view}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({
  side,
  scale,
  figure,
  view,
}: {
  side: AmountSide | undefined;
  scale: number;
  figure: AmountFigure;
  view: AmountsView;
}) {
  if (!side) return <span className="nothing-there text-muted">{t("nothing")}</span>;
  const number = amountFigureWords(side);
  const extra = extraWords(side);
  return (
    <span className="block w-full">
      <a
        className="block current:bg-moving-tint"
        href={asOfHref(amountsHref({ ...view, figure }))}
        {...(isFigure(view.figure, figure) ? { "aria-current": "true" as const } : {})}
      >
        {number === null ? null : <b className="tabular-nums">{number}</b>}
        {extra.map((words) => (
          <span className="not-stated block w-fit" key={words}>
            {words}
          </span>
        ))}
      </a>
      {number === null || scale === 0 ? null : <Bar side={side} scale={scale} />}
    </span>
  );
}

/** Filled to the lower end, outlined to the upper one; open-ended without an upper end. */
function Bar({ side: { low, high }, scale }: { side: AmountSide; scale: number }) {
  const filled = (100 * Number(low)) / scale;
  const outlined = high === null ? 100 : (100 * Number(high)) / scale;
  return (
    <svg className="block mt-1 w-full h-2" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect
        className="fill-moving-tint stroke-moving stroke-[1px] [vector-effect:non-scaling-stroke]"
        x="0"
        y="1"
        width={Math.max(outlined, filled)}
        height="6"
      />
      <rect className="fill-moving" x="0" y="1" width={filled} height="6" />
    </svg>
  );
}
