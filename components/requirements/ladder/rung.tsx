// One day in the drawing of the response ladder: a column that is lit, with its text above all columns.
import { Lit } from "@/components/unresolved/charts/lit";
import { decimalOf } from "@/lib/domain/base/amount";
import type { Measure } from "@/lib/domain/requirements/quantity-range";
import type { ResponseRung } from "@/lib/domain/requirements/response-ladder";
import { STRENGTHS, type CoverageFigure, type Strength } from "@/lib/domain/requirements/strength-figures";
import { translator } from "@/lib/i18n/translator";
import { inSentence } from "@/lib/i18n/words/in-sentence";
import { figureLine, figureWords } from "@/lib/i18n/words/requirement-words";

const t = translator("requirements");
const domain = translator("domain");

export const STEP = 66;
const [BAR, GAP] = [14, 3];
const TOP = 34;
export const [HEIGHT, FOOT] = [64, 20];
export const BASE = TOP + HEIGHT;

/** The table of the same figures: each day of a drawing leads to it. */
export const LADDER_TABLE = "ladder-table";

interface RungProps {
  rung: ResponseRung;
  measure: Measure;
  x: number;
  y: (value: number) => number;
}

export function Rung({ rung, measure, x, y }: RungProps) {
  const { day } = rung;
  const need = amountOf(rung.need);
  const right = x + 3 * (BAR + GAP) + 2;
  const strengths = STRENGTHS.map(
    (strength) => `${inSentence(domain(`strength.${strength}`))} ${figureLine(rung[strength], measure)}`,
  );
  const reading = t("ladder.reading", {
    day,
    list: strengths.join(", "),
    need: figureWords(rung.need, measure),
  });
  return (
    <Lit
      href={`#${LADDER_TABLE}`}
      label={reading}
      spot={{ x: x - 6, y: TOP - 14, width: STEP, height: BASE + FOOT - TOP + 14 }}
      reading={need > 0 ? { x1: 0, x2: x - 6 + STEP, y1: y(need), y2: y(need) } : null}
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

export const amountOf = (amount: bigint): number => Number(decimalOf(amount));
