// Three bars on one scale that ends where the need is met. A longer bar is cut there; its figure isn't.
import { StatusMark } from "@/components/ui/marks/mark";
import type { RequirementCoverage } from "@/lib/domain/requirements/requirement-coverage";
import { STRENGTHS, type CoverageFigure, type Strength } from "@/lib/domain/requirements/strength-figures";
import type { Amount, Measure } from "@/lib/domain/requirements/quantity-range";
import { figureLine, figureWords, unitWords } from "@/lib/i18n/words/requirement-words";
import { translator } from "@/lib/i18n/translator";

const t = translator("requirements");
const domain = translator("domain");

export function CoverageBars({ coverage }: { coverage: RequirementCoverage }) {
  const { measure, need, shortfall, firm } = coverage;
  return (
    <div className="rqb">
      <dl>
        {STRENGTHS.map((strength) => (
          <Bar key={strength} strength={strength} figure={coverage[strength]} need={need} measure={measure} />
        ))}
      </dl>
      <dl className="sf2">
        <div>
          <dt>{t("shortfall")}</dt>
          <dd>
            {shortfall === 0n ? (
              <StatusMark glyph="tick" family="done" strong>
                {t("none")}
              </StatusMark>
            ) : (
              <>
                {firm.sealed > 0 ? <span>{t("atMost")} </span> : null}
                {figureWords(shortfall, measure)} <span>{unitWords(shortfall, measure)}</span>
              </>
            )}
          </dd>
        </div>
      </dl>
    </div>
  );
}

interface BarProps {
  strength: Strength;
  figure: CoverageFigure;
  need: Amount;
  measure: Measure;
}

function Bar({ strength, figure, need, measure }: BarProps) {
  const low = shareOf(figure.low, need);
  const high = figure.high === null ? 100 : shareOf(figure.high, need);
  return (
    <div className="rb">
      <dt>{domain(`strength.${strength}`)}</dt>
      <dd className="rt">
        {high > low ? <i className={`reach ${wide(high)}`} /> : null}
        {low > 0 ? <i className={`${strength} ${wide(low)}`} /> : null}
        {figure.unsaid > 0 ? (
          <em className={high > 80 ? "full" : `left-[${String(Math.round(high))}%]`}>{t("plus")}</em>
        ) : null}
      </dd>
      <dd className="rn">{figureLine(figure, measure)}</dd>
    </div>
  );
}

/** Percent of the need, at most 100. Any amount above zero shows. */
function shareOf(amount: Amount, need: Amount): number {
  if (amount <= 0n || need <= 0n) return 0;
  if (amount >= need) return 100;
  return Math.max(1, Number((amount * 1000n) / need) / 10);
}

/** A class that Tailwind generates: the content policy refuses inline styles. */
const wide = (percent: number): string => `w-[${String(Math.max(1, Math.round(percent)))}%]`;
