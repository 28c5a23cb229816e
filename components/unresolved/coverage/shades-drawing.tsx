// Boxes of the matrix's cells in columns by what is open in them, each in its shade.
import { Lit } from "@/components/unresolved/charts/lit";
import type { ValueColumn } from "@/lib/domain/unresolved/charts/columns";
import { shadeOf, type Shade } from "@/lib/domain/unresolved/charts/shades";
import type { CoverageCell } from "@/lib/domain/unresolved/matrix";
import { listWords } from "@/lib/i18n/numbers";
import { translator } from "@/lib/i18n/translator";
import { cellName } from "./view";

const t = translator("coverage");

const [TOP, TALL, BOX] = [16, 100, 10];
const BASE = TOP + TALL;
const HEIGHT = BASE + 36;
/** In words; more are in the table. */
const NAMED = 6;

type Column = ValueColumn<CoverageCell>;

interface Drawn {
  columns: readonly Column[];
  shades: readonly Shade[];
  nameOf: (cell: CoverageCell) => string;
}

export function ShadesDrawing({ columns, shades, nameOf }: Drawn) {
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
                className={`ramp-${shadeOf(shades, cell.unresolved)}`}
                x={`${left + wide * 0.15}%`}
                width={`${wide * 0.7}%`}
                y={BASE - (at + 1) * tall}
                height={Math.max(1, tall - 1.5)}
              />
            ))}
            <text className="middle" x={`${left + wide / 2}%`} y={BASE + 15}>
              {openInWords(column)}
            </text>
          </>
        );
        if (rows.length === 0) return <g key={place}>{marks}</g>;
        return (
          <Lit
            key={place}
            href={`#${shadeRowId(column)}`}
            label={t("shades.reading", {
              items: openInWords(column),
              cells: rows.length,
              list: listWords(rows.slice(0, NAMED).map(nameOf)),
              more: Math.max(0, rows.length - NAMED),
            })}
            spot={{ x: `${left}%`, y: 0, width: `${wide}%`, height: BASE + 20 }}
            reading={{ x1: 0, x2: `${left + wide}%`, y1: top, y2: top }}
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

export const openInWords = ({ from, to }: Column): string => (from === to ? String(from) : `${from}–${to}`);
/** Id of the table's row with the cells of a column. */
export const shadeRowId = ({ from }: Column): string => `open-${from}`;
