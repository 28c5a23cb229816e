import { StatusMark } from "@/components/ui/marks/mark";
import type { RequirementCoverage } from "@/lib/domain/requirements/requirement-coverage";
import { figureWords, unitWords } from "@/lib/i18n/words/requirement-words";
import { translator } from "@/lib/i18n/translator";
import { NeedDrawing } from "./drawing";

const t = translator("requirements");

interface Given {
  reference: string;
  title: string;
  coverage: RequirementCoverage;
}

/** How far a requirement is met, drawn, and what firm offers leave open. */
export const NeedMet = (given: Given) => (
  <div className="grid items-center grid-cols-[minmax(0,1fr)_128px] gap-6 max-xs:grid-cols-1 max-xs:gap-2">
    <NeedDrawing {...given} />
    <dl className="shortfall pl-4 border-l border-l-rule max-xs:p-0 max-xs:border-0">
      <div className="max-xs:flex max-xs:items-baseline max-xs:gap-3">
        <dt className="text-muted text-caption">{t("shortfall")}</dt>
        <dd className="wrap-anywhere text-title/6.5 font-semibold">
          <Shortfall coverage={given.coverage} />
        </dd>
      </div>
    </dl>
  </div>
);

function Shortfall({ coverage: { shortfall, firm, measure } }: Pick<Given, "coverage">) {
  if (shortfall === 0n)
    return (
      <StatusMark glyph="tick" family="done" strong>
        {t("none")}
      </StatusMark>
    );
  return (
    <>
      {firm.sealed > 0 ? (
        <span className="block text-muted text-ui max-xs:inline">{t("atMost")} </span>
      ) : null}
      {figureWords(shortfall, measure)}{" "}
      <span className="block text-muted text-ui font-normal max-xs:inline">
        {unitWords(shortfall, measure)}
      </span>
    </>
  );
}
