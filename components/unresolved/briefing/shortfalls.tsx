// Requirements without enough firm offers. Firm, conditional and indicative are never added up.
import { PledgeLink } from "@/components/pledges/pledge/pledge-link";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { Fragment } from "react";
import type { RequirementDetails } from "@/lib/domain/requirements/requirement-details";
import { hasUnsaid } from "@/lib/domain/requirements/requirement-coverage";
import { amountWords, figureLine, neededByWords } from "@/lib/i18n/words/requirement-words";
import { colon } from "@/lib/i18n/signs";
import { translator } from "@/lib/i18n/translator";
import { Block } from "./section";
import type { Briefing } from "./view";

const t = translator("briefing");

export function Shortfalls({ briefing: { shortfalls, participant } }: { briefing: Briefing }) {
  return (
    <Block
      id="shortfalls"
      title={t(participant === null ? "shortfalls.title" : "shortfalls.offered")}
      all={{ href: "/requirements", words: t("shortfalls.all") }}
    >
      {shortfalls.length === 0 ? (
        <p className="muted">{t(participant === null ? "shortfalls.none" : "shortfalls.noOffer")}</p>
      ) : (
        <table className="ledger brief-t short">
          <caption className="vh">{t("shortfalls.title")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("column.reference")}</th>
              <th scope="col">{t("column.needed")}</th>
              {STRENGTHS.map((strength) => (
                <th key={strength} scope="col" className="num">
                  {t(`column.${strength}`)}
                </th>
              ))}
              <th scope="col" className="num">
                {t("column.missing")}
              </th>
              <th scope="col">{t("column.offeredBy")}</th>
            </tr>
          </thead>
          <tbody>
            {shortfalls.map((sheet) => (
              <Row key={sheet.requirement.reference} sheet={sheet} />
            ))}
          </tbody>
        </table>
      )}
    </Block>
  );
}

const STRENGTHS = ["firm", "conditional", "indicative"] as const;

function Row({ sheet: { requirement, coverage } }: { sheet: RequirementDetails }) {
  const { reference, title, neededBy } = requirement;
  const { measure, need, shortfall } = coverage;
  return (
    <tr>
      <td>
        <a className="ref" href={asOfHref(`/requirements/${reference}`)}>
          {reference}
        </a>
      </td>
      <td>
        <b>{title}</b>
        {colon()} {amountWords(need, measure)}, {neededByWords(neededBy)}
      </td>
      {STRENGTHS.map((strength) => (
        <td key={strength} className="num">
          {figureLine(coverage[strength], measure)}
          {coverage[strength].unsaid > 0 ? " +?" : ""}
        </td>
      ))}
      <td className="num">
        <b>
          {coverage.firm.sealed > 0
            ? t("shortfalls.atMost", { amount: amountWords(shortfall, measure) })
            : amountWords(shortfall, measure)}
        </b>
        {hasUnsaid(coverage) ? <span className="vh"> {t("shortfalls.unsaid")}</span> : null}
      </td>
      <td>
        <Offers sheet={{ requirement, coverage }} />
      </td>
    </tr>
  );
}

/** How many offering pledges a line has room for. */
const OFFERS = 4;

function Offers({ sheet: { coverage } }: { sheet: Pick<RequirementDetails, "requirement" | "coverage"> }) {
  const counting = coverage.offers.filter(({ counts }) => counts !== null);
  if (counting.length === 0) return <span className="muted">{t("shortfalls.nobody")}</span>;
  const references = [...new Set(counting.map(({ pledge }) => pledge.reference))];
  return (
    <>
      {references.slice(0, OFFERS).map((reference, i) => (
        <Fragment key={reference}>
          {i === 0 ? null : ", "}
          <PledgeLink reference={reference} />
        </Fragment>
      ))}
      {references.length > OFFERS ? ` ${t("shortfalls.more", { count: references.length - OFFERS })}` : null}
    </>
  );
}
