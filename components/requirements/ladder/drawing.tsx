// The response ladder, drawn: for each domain and unit who is there by day, in three bars that are never added up, and a line
// where the need is. Each row has its own scale, since units are never mixed.
import { decimalOf } from "@/lib/domain/base/amount";
import type { ResponseRow, ResponseRung } from "@/lib/domain/requirements/response-ladder";
import { STRENGTHS } from "@/lib/domain/requirements/strength-figures";
import { translator } from "@/lib/i18n/translator";
import { figureLine, figureWords } from "@/lib/i18n/words/requirement-words";

const t = translator("requirements");

const STEP = 66;
const [BAR, GAP] = [14, 3];
const [TOP, HEIGHT, FOOT] = [18, 64, 20];

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
  const width = STEP * rungs.length;
  const base = TOP + HEIGHT;
  const y = (value: number): number => Math.round((base - (value / top) * HEIGHT) * 10) / 10;
  return (
    <svg className="chart ladderchart" viewBox={`0 0 ${width} ${base + FOOT}`} role="img" aria-label={label}>
      {rungs.map((rung, place) => {
        const x = place * STEP + 6;
        const need = amountOf(rung.need);
        return (
          <g key={rung.day}>
            {STRENGTHS.map((strength, at) => {
              const { low, unsaid, sealed } = rung[strength];
              const value = amountOf(low);
              const left = x + at * (BAR + GAP);
              return (
                <g key={strength}>
                  {value > 0 ? (
                    <rect className={strength} x={left} width={BAR} y={y(value)} height={base - y(value)} />
                  ) : null}
                  <text
                    className={value > 0 ? "middle" : "middle nothing-there"}
                    x={left + BAR / 2}
                    y={y(value) - 3}
                  >
                    {value > 0 ? "" : unsaid + sealed > 0 ? t("plus") : "0"}
                  </text>
                </g>
              );
            })}
            {need > 0 ? (
              <>
                <path className="needed" d={`M${x - 4} ${y(need)}H${x + 3 * (BAR + GAP) + 2}`} />
                <text className="ending" x={x + 3 * (BAR + GAP) + 2} y={Math.min(y(need) - 4, base - 14)}>
                  {figureWords(rung.need, measure)}
                </text>
              </>
            ) : null}
            <text x={x} y={base + 14}>
              {t("dayDue", { day: rung.day })}
            </text>
          </g>
        );
      })}
      <path className="axis" d={`M0 ${base}H${width}`} />
    </svg>
  );
}

const amountsOn = (rung: ResponseRung): number[] =>
  [rung.need, ...STRENGTHS.map((strength) => rung[strength].low)].map(amountOf);

const amountOf = (amount: bigint): number => Number(decimalOf(amount));
