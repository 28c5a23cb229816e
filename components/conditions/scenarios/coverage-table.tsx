import { CoalitionMark } from "@/components/pledges/pledge/coalition-mark";
import { scaled } from "@/lib/domain/base/amount";
import type { FigureText, ScenarioCoverage } from "@/lib/domain/history/scenarios/scenario";
import { STRENGTHS } from "@/lib/domain/requirements/requirement-coverage";
import type { Measure } from "@/lib/domain/requirements/quantity-range";
import { amountWords, figureLine, figureWords } from "@/lib/i18n/words/requirement-words";
import { translator } from "@/lib/i18n/translator";

const t = translator("scenarios");
const domain = translator("domain");

/** On record and assumed in one cell; equal values are shown once. */
export function CoverageTable({ rows }: { rows: readonly ScenarioCoverage[] }) {
  return (
    <>
      <table className="ledger stack sctable" aria-labelledby="coverage-beside">
        <thead>
          <tr>
            <th scope="col">{t("result.requirement")}</th>
            <th scope="col" className="num">
              {t("result.needed")}
            </th>
            {STRENGTHS.map((strength) => (
              <th key={strength} scope="col" className="num">
                {domain(`strength.${strength}`)}
              </th>
            ))}
            <th scope="col" className="num">
              {t("result.shortfall")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.requirement} row={row} />
          ))}
        </tbody>
      </table>
      <p className="cap">{t("result.plusMeaning")}</p>
    </>
  );
}

function Row({ row }: { row: ScenarioCoverage }) {
  const { requirement, title, measure, need, base, supposed, held, priority } = row;
  return (
    <tr>
      <th scope="row">
        <span className="cap">
          <span className="ref">{requirement}</span> · {domain(`priority.${priority}`)}
        </span>
        <br />
        <a href={`/requirements/${requirement}`}>{title}</a>
        {held.length > 0 ? (
          <span className="scheld">
            {t("result.inTheWay")}{" "}
            {held.map((reference, at) => (
              <span key={reference}>
                {at > 0 ? ", " : ""}
                <a className="ref" href={`/pledges/${reference}`}>
                  {reference}
                </a>
                <CoalitionMark reference={reference} />
              </span>
            ))}
          </span>
        ) : null}
      </th>
      <td className="num" data-l={t("result.needed")}>
        {amountWords(scaled(need), measure)}
      </td>
      {STRENGTHS.map((strength) => (
        <td key={strength} className="num" data-l={domain(`strength.${strength}`)}>
          <Beside base={lineOf(base[strength], measure)} supposed={lineOf(supposed[strength], measure)} />
        </td>
      ))}
      <td className="num" data-l={t("result.shortfall")}>
        <Beside base={shortOf(base, measure)} supposed={shortOf(supposed, measure)} />
      </td>
    </tr>
  );
}

function Beside({ base, supposed }: { base: string; supposed: string }) {
  if (base === supposed) return <>{base}</>;
  return (
    <span className="scbeside">
      <span>
        <span className="vh">{t("result.onRecord")} </span>
        {base}
      </span>{" "}
      <b>
        <span aria-hidden="true">→ </span>
        <span className="vh">{t("result.asSupposed")} </span>
        {supposed}
      </b>
    </span>
  );
}

function lineOf({ low, high, unsaid, sealed }: FigureText, measure: Measure): string {
  const figure = { low: scaled(low), high: high === null ? null : scaled(high), unsaid, sealed };
  return `${figureLine(figure, measure)}${unsaid > 0 ? ` ${t("result.plus")}` : ""}`;
}

function shortOf({ shortfall, firm }: ScenarioCoverage["base"], measure: Measure): string {
  if (shortfall === "0") return t("result.none");
  const amount = figureWords(scaled(shortfall), measure);
  return firm.sealed > 0 ? t("result.atMost", { amount }) : amount;
}
