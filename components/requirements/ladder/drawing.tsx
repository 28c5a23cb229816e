// The response ladder, drawn: for each domain and unit who is there by day, in three bars that are never added up, and a line
// where the need is. Each row has its own scale, since units are never mixed.
import type { ResponseRow, ResponseRung } from "@/lib/domain/requirements/response-ladder";
import { STRENGTHS } from "@/lib/domain/requirements/strength-figures";
import { translator } from "@/lib/i18n/translator";
import { figureLine, figureWords } from "@/lib/i18n/words/requirement-words";
import { amountOf, BASE, FOOT, HEIGHT, Rung, STEP } from "./rung";

const t = translator("requirements");

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
        <Rung key={rung.day} {...{ rung, measure, y }} x={place * STEP + 6} />
      ))}
      <path className="axis" d={`M0 ${BASE}H${width}`} />
    </svg>
  );
}

const amountsOn = (rung: ResponseRung): number[] =>
  [rung.need, ...STRENGTHS.map((strength) => rung[strength].low)].map(amountOf);
