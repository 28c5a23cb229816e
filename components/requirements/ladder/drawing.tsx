// The response ladder, drawn: for each domain and unit who is there by day, in three bars that are never added up, and a line
// where the need is. Each row has its own scale, since units are never mixed.
import { Lit } from "@/components/unresolved/charts/lit";
import { decimalOf } from "@/lib/domain/base/amount";
import type { Measure } from "@/lib/domain/requirements/quantity-range";
import type { ResponseRow, ResponseRung } from "@/lib/domain/requirements/response-ladder";
import { STRENGTHS, type CoverageFigure, type Strength } from "@/lib/domain/requirements/strength-figures";
import { translator } from "@/lib/i18n/translator";
import { inSentence } from "@/lib/i18n/words/in-sentence";
import { figureLine, figureWords } from "@/lib/i18n/words/requirement-words";

const t = translator("requirements");
const domain = translator("domain");

const STEP = 66;
const [BAR, GAP] = [14, 3];
const [TOP, HEIGHT, FOOT] = [34, 64, 20];
const BASE = TOP + HEIGHT;

/** The table of the same figures: each day of a drawing leads to it. */
export const LADDER_TABLE = "ladder-table";

interface Given {
  rows: readonly ResponseRow[];
  name: (row: ResponseRow) => string;
}

export function LadderDrawing({ rows, name }: Given) {
  return (
    <div className="grid gap-x-8 gap-y-4 md:grid-cols-2">
      {rows.map((row) => (
        <figure key={name(row)} className="m-0">
          <figcaption className="font-semibold">{name(row)}</figcaption>
          <OneRow row={row} label={t("ladder.drawn", { row: name(row), list: saidIn(row) })} />
        </figure>
      ))}
    </div>
  );
}

const saidIn = ({ rungs, measure }: ResponseRow): string =>
  rungs
    .map(({ day, need, firm }) =>
      t("ladder.drawnDay", { day, firm: figureLine(firm, measure), need: figureWords(need, measure) }),
    )
    .join(", ");

function OneRow({ row: { rungs, measure }, label }: { row: ResponseRow; label: string }) {
  const top = Math.max(1, ...rungs.flatMap(amountsOn));
  const y = (value: number): number => Math.round((BASE - (value / top) * HEIGHT) * 10) / 10;
  const width = STEP * rungs.length;
  return (
    <svg
      className="chart ladderchart"
      viewBox={`0 0 ${width} ${BASE + FOOT}`}
      role="group"
      aria-label={label}
    >
      {rungs.map((rung, place) => (
        <Rung key={rung.day} {...{ rung, measure, y }} x={place * STEP + 6} width={width} />
      ))}
      <path className="axis" d={`M0 ${BASE}H${width}`} />
    </svg>
  );
}

interface RungProps {
  rung: ResponseRung;
  measure: Measure;
  x: number;
  width: number;
  y: (value: number) => number;
}

/** A day: a column that is lit, with what it says above all of them. */
function Rung({ rung, measure, x, width, y }: RungProps) {
  const { day } = rung;
  const need = amountOf(rung.need);
  const right = x + 3 * (BAR + GAP) + 2;
  const said = STRENGTHS.map(
    (strength) => `${inSentence(domain(`strength.${strength}`))} ${figureLine(rung[strength], measure)}`,
  );
  const reading = t("ladder.reading", {
    day,
    list: said.join(", "),
    need: figureWords(rung.need, measure),
  });
  return (
    <Lit
      href={`#${LADDER_TABLE}`}
      label={reading}
      spot={{ x: x - 6, y: TOP - 14, width: STEP, height: BASE + FOOT - TOP + 14 }}
      reading={need > 0 ? { x1: 0, x2: width, y1: y(need), y2: y(need) } : null}
      words={{ x: 0, y: 11, text: reading }}
    >
      {STRENGTHS.map((strength, at) => (
        <Bar key={strength} figure={rung[strength]} x={x + at * (BAR + GAP)} {...{ strength, y }} />
      ))}
      {need > 0 ? (
        <>
          <path className="needed" d={`M${x - 4} ${y(need)}H${right}`} />
          <text className="ending" x={right} y={Math.min(y(need) - 4, BASE - 14)}>
            {figureWords(rung.need, measure)}
          </text>
        </>
      ) : null}
      <text x={x} y={BASE + 14}>
        {t("dayDue", { day })}
      </text>
    </Lit>
  );
}

interface BarProps {
  strength: Strength;
  figure: CoverageFigure;
  x: number;
  y: (value: number) => number;
}

/** A zero is written, not drawn; so is a number that is missing. */
function Bar({ strength, figure: { low, unsaid, sealed }, x, y }: BarProps) {
  const value = amountOf(low);
  if (value > 0) return <rect className={strength} x={x} width={BAR} y={y(value)} height={BASE - y(value)} />;
  return (
    <text className="middle nothing-there" x={x + BAR / 2} y={BASE - 3}>
      {unsaid + sealed > 0 ? t("plus") : "0"}
    </text>
  );
}

const amountsOn = (rung: ResponseRung): number[] =>
  [rung.need, ...STRENGTHS.map((strength) => rung[strength].low)].map(amountOf);

const amountOf = (amount: bigint): number => Number(decimalOf(amount));
