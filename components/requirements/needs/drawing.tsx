// How far a requirement is met: three bars on one scale, never added up, and a line where the need is.
// Positions are in percent, so that words keep their size on a phone.
import { Lit } from "@/components/unresolved/charts/lit";
import { scaled } from "@/lib/domain/base/amount";
import { needScale, type NeedScale } from "@/lib/domain/unresolved/charts/need-scale";
import type { RequirementCoverage } from "@/lib/domain/requirements/requirement-coverage";
import { STRENGTHS, type Strength } from "@/lib/domain/requirements/strength-figures";
import { amountWords, figureLine, figureWords } from "@/lib/i18n/words/requirement-words";
import { translator } from "@/lib/i18n/translator";

const t = translator("requirements");
const domain = translator("domain");

const [ROW, BAR, WORDS] = [25, 8, 12];
const BASE = ROW * STRENGTHS.length;
const HEIGHT = BASE + 18;

interface Given {
  reference: string;
  title: string;
  coverage: RequirementCoverage;
}

export function NeedDrawing({ reference, title, coverage }: Given) {
  const scale = needScale(coverage);
  return (
    <svg
      className="chart need-chart w-full"
      height={HEIGHT}
      role="group"
      aria-label={t("drawn.label", { title })}
    >
      <Axis {...{ coverage, scale }} />
      {STRENGTHS.map((strength, place) => (
        <Bar key={strength} {...{ reference, strength, coverage, scale }} y={place * ROW} />
      ))}
      <line className="needed" {...upright(scale.share(coverage.need), 0)} />
    </svg>
  );
}

function Axis({ coverage: { need, measure }, scale }: { coverage: RequirementCoverage; scale: NeedScale }) {
  const at = scale.share(need);
  const room = "currency" in measure ? 45 : 25;
  const placed = scale.ticks.map((tick) => ({ tick, x: scale.share(scaled(String(tick))) }));
  const named = placed.filter(({ x }, place) => Math.abs(x - at) >= room && (place % 2 === 0 || room < 45));
  return (
    <>
      {placed.map(({ tick, x }) => (
        <line key={tick} className={tick === 0 ? "axis" : "grid"} {...upright(x, 0)} />
      ))}
      {named.map(({ tick, x }) => (
        <text key={tick} className={sideOf(x)} x={`${x}%`} y={HEIGHT - 4}>
          {figureWords(scaled(String(tick)), measure)}
        </text>
      ))}
      <text className={`${sideOf(at)} strong`} x={`${at}%`} y={HEIGHT - 4}>
        {t("axis", { need: figureWords(need, measure) })}
      </text>
    </>
  );
}

/** Words at an end of the axis stay on the drawing. */
const sideOf = (percent: number): string => (percent < 12 ? "beginning" : percent > 75 ? "ending" : "middle");

const upright = (percent: number, from: number) => ({
  x1: `${percent}%`,
  x2: `${percent}%`,
  y1: from,
  y2: BASE,
});

interface BarProps {
  reference: string;
  strength: Strength;
  coverage: RequirementCoverage;
  scale: NeedScale;
  y: number;
}

function Bar({ reference, strength, coverage, scale, y }: BarProps) {
  const { need, measure, [strength]: figure } = coverage;
  const low = scale.share(figure.low);
  const high = figure.high === null ? 100 : scale.share(figure.high);
  const line = figureLine(figure, measure);
  const bar = { x: 0, y: y + WORDS + 3, height: BAR };
  return (
    <Lit
      href={`/requirements/${reference}#offers`}
      label={t("drawn.row", {
        strength: domain(`strength.${strength}`),
        figure: line,
        need: amountWords(need, measure),
        unsaid: figure.unsaid,
      })}
      spot={{ x: 0, y, width: "100%", height: ROW }}
      reading={low > 0 ? upright(low, y + WORDS + 3) : null}
    >
      {high > low ? <rect className="reach" {...bar} width={`${high}%`} /> : null}
      {low > 0 ? <rect className={strength} {...bar} width={`${low}%`} /> : null}
      <text className="halo" x="4" y={y + WORDS}>
        {domain(`strength.${strength}`)}
        <tspan className="strong" dx="8">
          {line}
        </tspan>
        {figure.unsaid > 0 ? (
          <tspan className="unsaid" dx="5">
            {t("plus")}
          </tspan>
        ) : null}
      </text>
    </Lit>
  );
}
