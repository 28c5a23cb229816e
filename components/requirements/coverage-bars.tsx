// Three bars on one scale that ends where the need is met. A longer bar is cut there; its figure isn't.
import { StatusMark } from "@/components/ui/marks/mark";
import type { RequirementCoverage } from "@/lib/domain/requirements/requirement-coverage";
import { STRENGTHS, type CoverageFigure, type Strength } from "@/lib/domain/requirements/strength-figures";
import type { Amount, Measure } from "@/lib/domain/requirements/quantity-range";
import { figureLine, figureWords, unitWords } from "@/lib/i18n/words/requirement-words";
import { translator } from "@/lib/i18n/translator";

const t = translator("requirements");
const domain = translator("domain");

interface Given {
  coverage: RequirementCoverage;
  /** Shows both ends of the scale, on the requirement's page. */
  scaled?: boolean;
}

export function CoverageBars({ coverage, scaled = false }: Given) {
  const { measure, need, shortfall, firm } = coverage;
  return (
    <div className="grid items-center grid-cols-[minmax(0,1fr)_128px] gap-6 max-xs:grid-cols-1 max-xs:gap-2">
      <dl>
        {STRENGTHS.map((strength) => (
          <Bar key={strength} strength={strength} figure={coverage[strength]} need={need} measure={measure} />
        ))}
        {scaled ? (
          <div
            className="grid items-center grid-cols-[84px_minmax(0,1fr)_152px] gap-3 min-h-5.5 max-xs:grid-cols-[84px_minmax(0,1fr)_112px]"
            aria-hidden="true"
          >
            <dt />
            <dd className="flex justify-between text-caption text-muted">
              <span>0</span>
              <span>{t("axis", { need: figureWords(need, measure) })}</span>
            </dd>
            <dd />
          </div>
        ) : null}
      </dl>
      <dl className="shortfall pl-4 border-l border-l-rule max-xs:p-0 max-xs:border-0">
        <div className="max-xs:flex max-xs:items-baseline max-xs:gap-3">
          <dt className="text-muted text-caption">{t("shortfall")}</dt>
          <dd className="wrap-anywhere text-title/6.5 font-semibold">
            {shortfall === 0n ? (
              <StatusMark glyph="tick" family="done" strong>
                {t("none")}
              </StatusMark>
            ) : (
              <>
                {firm.sealed > 0 ? (
                  <span className="block text-muted text-ui max-xs:inline">{t("atMost")} </span>
                ) : null}
                {figureWords(shortfall, measure)}{" "}
                <span className="block text-muted text-ui font-normal max-xs:inline">
                  {unitWords(shortfall, measure)}
                </span>
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
    <div className="grid items-center grid-cols-[84px_minmax(0,1fr)_152px] gap-3 min-h-5.5 max-xs:grid-cols-[84px_minmax(0,1fr)_112px]">
      <dt className="text-muted">{domain(`strength.${strength}`)}</dt>
      <dd className="coverage-bar relative h-2 border-x border-x-rule-strong before:absolute before:top-1/2 before:right-0 before:bottom-auto before:left-0 before:border-t before:border-t-rule">
        {high > low ? (
          <i
            className={`absolute top-0 right-auto bottom-0 left-0 reach border-l-0 border-dashed bg-surface forced-colors:forced-color-adjust-none ${wide(high)}`}
          />
        ) : null}
        {low > 0 ? (
          <i className={`absolute top-0 right-auto bottom-0 left-0 ${strength} ${wide(low)}`} />
        ) : null}
        {figure.unsaid > 0 ? (
          <em
            className={`absolute ml-1.25 px-1 py-0 -top-1.5 bg-surface text-waiting-ink text-small font-semibold not-italic ${high > 80 ? "to-the-end" : `left-[${String(Math.round(high))}%]`}`}
          >
            {t("plus")}
          </em>
        ) : null}
      </dd>
      <dd className="font-semibold">{figureLine(figure, measure)}</dd>
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
