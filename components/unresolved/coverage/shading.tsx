// How the matrix is shaded: a box for each cell by what is open in it, in the cell's shade. The table says which cells they are.
import { ChartFrame } from "@/components/unresolved/charts/chart-frame";
import type { TakenAlong } from "@/components/unresolved/charts/chart-tools";
import { Lit } from "@/components/unresolved/charts/lit";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { Fold } from "@/components/ui/fold/fold";
import { Ledger } from "@/components/ui/ledger/ledger";
import { inColumns, type ValueColumn } from "@/lib/domain/unresolved/charts/columns";
import { shadeOf, type Shade } from "@/lib/domain/unresolved/charts/shades";
import { isPriority } from "@/lib/domain/base/priority";
import type { CoverageCell } from "@/lib/domain/unresolved/matrix";
import { listWords } from "@/lib/i18n/numbers";
import { translator } from "@/lib/i18n/translator";
import { isStated, type CoverageFigures } from "./figures";
import { cellName, coverageHref, type CoverageView } from "./view";

const t = translator("coverage");

const [MOST, TOP, TALL, BOX] = [20, 16, 100, 10];
const BASE = TOP + TALL;
const HEIGHT = BASE + 36;
/** In words; more are in the table. */
const NAMED = 6;

interface Given {
  cells: readonly CoverageCell[];
  figures: CoverageFigures;
  /** Of participants, by code. */
  names: Readonly<Record<string, string>>;
  view: CoverageView;
  taken: TakenAlong;
}

type Column = ValueColumn<CoverageCell>;

export function Shading({ cells, figures, names, view, taken }: Given) {
  const { shades, shading } = figures;
  const columns = inColumns(cells.filter(isStated), ({ unresolved }) => unresolved, MOST);
  if (shading === null) return null;
  const nameOf = ({ participant, priority }: CoverageCell): string =>
    t("shades.cell", { name: names[participant] ?? participant, priority });
  return (
    <ChartFrame
      id="shading"
      finding={t("legend.finding", { ...shading })}
      note={t("shades.note")}
      data={null}
      {...taken}
    >
      <Drawing {...{ columns, shades, nameOf }} />
      <Fold summary={<b>{t("shades.asTable")}</b>} className="mt-2">
        <Ledger
          flat
          caption={t("shades.caption")}
          rows={columns.filter(({ rows }) => rows.length > 0)}
          rowKey={({ from }) => from}
          rowProps={(column) => ({ id: rowId(column) })}
          columns={[
            { heading: t("shades.open"), names: true, cell: valueWords },
            { heading: t("shades.cells"), numeric: true, cell: ({ rows }) => rows.length },
            {
              heading: t("shades.which"),
              cell: ({ rows }) =>
                rows.map((cell) => (
                  <a
                    key={cellName(cell)}
                    className="mr-4 inline-block min-h-6"
                    href={asOfHref(coverageHref({ ...view, cell: placeOf(cell) }))}
                  >
                    {nameOf(cell)}
                  </a>
                )),
            },
          ]}
        />
      </Fold>
    </ChartFrame>
  );
}

interface Drawn {
  columns: readonly Column[];
  shades: readonly Shade[];
  nameOf: (cell: CoverageCell) => string;
}

function Drawing({ columns, shades, nameOf }: Drawn) {
  const tallest = Math.max(...columns.map(({ rows }) => rows.length));
  const tall = Math.min(BOX, TALL / tallest);
  const wide = 100 / columns.length;
  return (
    <svg className="chart whole-width" height={HEIGHT} role="group" aria-label={t("shades.caption")}>
      {columns.map((column, place) => {
        const { rows } = column;
        const left = place * wide;
        const top = BASE - rows.length * tall;
        const marks = (
          <>
            <text className="middle strong" x={`${left + wide / 2}%`} y={top - 4}>
              {rows.length === 0 ? "" : rows.length}
            </text>
            {rows.map((cell, at) => (
              <rect
                key={cellName(cell)}
                className={`box-${shadeOf(shades, cell.unresolved)}`}
                x={`${left + wide * 0.15}%`}
                width={`${wide * 0.7}%`}
                y={BASE - (at + 1) * tall}
                height={Math.max(1, tall - 1.5)}
              />
            ))}
            <text className="middle" x={`${left + wide / 2}%`} y={BASE + 15}>
              {valueWords(column)}
            </text>
          </>
        );
        if (rows.length === 0) return <g key={place}>{marks}</g>;
        return (
          <Lit
            key={place}
            href={`#${rowId(column)}`}
            label={t("shades.reading", {
              items: valueWords(column),
              cells: rows.length,
              list: listWords(rows.slice(0, NAMED).map(nameOf)),
              more: Math.max(0, rows.length - NAMED),
            })}
            spot={{ x: `${left}%`, y: 0, width: `${wide}%`, height: BASE + 20 }}
            reading={{ x1: 0, x2: "100%", y1: top, y2: top }}
          >
            {marks}
          </Lit>
        );
      })}
      <line className="axis" x1="0" x2="100%" y1={BASE} y2={BASE} />
      <text x="0" y={HEIGHT - 4}>
        {t("shades.axis")}
      </text>
    </svg>
  );
}

const valueWords = ({ from, to }: Column): string => (from === to ? String(from) : `${from}–${to}`);
const rowId = ({ from }: Column): string => `open-${from}`;
const placeOf = ({ participant, priority }: CoverageCell) =>
  isPriority(priority) ? { participant, priority } : null;
