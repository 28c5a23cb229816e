import { CoalitionMark } from "@/components/pledges/pledge/coalition-mark";
import { Ledger } from "@/components/ui/ledger/ledger";
import { referenceLook } from "@/components/ui/looks";
import { scaled } from "@/lib/domain/base/amount";
import type { FigureText, ScenarioCoverage } from "@/lib/domain/history/scenarios/scenario";
import { STRENGTHS } from "@/lib/domain/requirements/strength-figures";
import type { Measure } from "@/lib/domain/requirements/quantity-range";
import { amountWords, figureLine, figureWords } from "@/lib/i18n/words/requirement-words";
import { translator } from "@/lib/i18n/translator";
import { ReferenceLink } from "@/components/ui/link-to";

const t = translator("scenarios");
const domain = translator("domain");

/** On record and assumed in one cell; equal values are shown once. */
export function CoverageTable({ rows }: { rows: readonly ScenarioCoverage[] }) {
  return (
    <>
      <Ledger
        labelledBy="coverage-beside"
        rows={rows}
        rowKey={({ requirement }) => requirement}
        columns={[
          { heading: t("result.requirement"), names: true, cell: Requirement },
          {
            heading: t("result.needed"),
            numeric: true,
            cell: ({ need, measure }) => amountWords(scaled(need), measure),
          },
          ...STRENGTHS.map((strength) => ({
            heading: domain(`strength.${strength}`),
            numeric: true,
            cell: ({ base, supposed, measure }: ScenarioCoverage) => (
              <BaseAndSupposed
                base={lineOf(base[strength], measure)}
                supposed={lineOf(supposed[strength], measure)}
              />
            ),
          })),
          {
            heading: t("result.shortfall"),
            numeric: true,
            cell: ({ base, supposed, measure }) => (
              <BaseAndSupposed base={shortOf(base, measure)} supposed={shortOf(supposed, measure)} />
            ),
          },
        ]}
      />
      <p className="text-caption text-muted">{t("result.plusMeaning")}</p>
    </>
  );
}

const Requirement = ({ requirement, title, held, priority }: ScenarioCoverage) => (
  <>
    <span className="text-caption text-muted">
      <span className={referenceLook()}>{requirement}</span> · {domain(`priority.${priority}`)}
    </span>
    <br />
    <a href={`/requirements/${requirement}`}>{title}</a>
    {held.length > 0 ? (
      <span className="block text-blocked-ink">
        {t("result.inTheWay")}{" "}
        {held.map((reference, at) => (
          <span key={reference}>
            {at > 0 ? ", " : ""}
            <ReferenceLink href={`/pledges/${reference}`}>{reference}</ReferenceLink>
            <CoalitionMark reference={reference} />
          </span>
        ))}
      </span>
    ) : null}
  </>
);

function BaseAndSupposed({ base, supposed }: { base: string; supposed: string }) {
  if (base === supposed) return <>{base}</>;
  return (
    <span className="inline-flex flex-wrap justify-end gap-y-0 gap-x-1.5">
      <span>
        <span className="sr-only">{t("result.onRecord")} </span>
        {base}
      </span>{" "}
      <b>
        <span aria-hidden="true">→ </span>
        <span className="sr-only">{t("result.asSupposed")} </span>
        {supposed}
      </b>
    </span>
  );
}

function lineOf({ low, high, about, unsaid, sealed }: FigureText, measure: Measure): string {
  const ends = { low: scaled(low), high: high === null ? null : scaled(high), about: about === true };
  const figure = { ...ends, unsaid, sealed };
  return `${figureLine(figure, measure)}${unsaid > 0 ? ` ${t("result.plus")}` : ""}`;
}

function shortOf({ shortfall, firm }: ScenarioCoverage["base"], measure: Measure): string {
  if (shortfall === "0") return t("result.none");
  const amount = figureWords(scaled(shortfall), measure);
  return firm.sealed > 0 ? t("result.atMost", { amount }) : amount;
}
