// Requirements without enough firm offers. Firm, conditional and indicative are never added up.
import { PledgeLink } from "@/components/pledges/pledge/pledge-link";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { Ledger } from "@/components/ui/ledger/ledger";
import { referenceLook } from "@/components/ui/looks";
import { Fragment } from "react";
import type { RequirementDetails } from "@/lib/domain/requirements/requirement-details";
import { hasUnsaid } from "@/lib/domain/requirements/requirement-coverage";
import { STRENGTHS } from "@/lib/domain/requirements/strength-figures";
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
        <p className="text-muted">{t(participant === null ? "shortfalls.none" : "shortfalls.noOffer")}</p>
      ) : (
        <Ledger
          flat
          className="screen-stack brief-t short"
          caption={t("shortfalls.title")}
          rows={shortfalls}
          rowKey={({ requirement }) => requirement.reference}
          columns={[
            {
              heading: t("column.reference"),
              cell: ({ requirement: { reference } }) => (
                <a className={referenceLook()} href={asOfHref(`/requirements/${reference}`)}>
                  {reference}
                </a>
              ),
            },
            { heading: t("column.needed"), cell: Needed },
            ...STRENGTHS.map((strength) => ({
              heading: t(`column.${strength}`),
              numeric: true,
              cell: ({ coverage }: RequirementDetails) =>
                `${figureLine(coverage[strength], coverage.measure)}${coverage[strength].unsaid > 0 ? " +?" : ""}`,
            })),
            { heading: t("column.missing"), numeric: true, cell: Missing },
            { heading: t("column.offeredBy"), cell: Offers },
          ]}
        />
      )}
    </Block>
  );
}

const Needed = ({ requirement: { title, neededBy }, coverage: { need, measure } }: RequirementDetails) => (
  <>
    <b>{title}</b>
    {colon()} {amountWords(need, measure)}, {neededByWords(neededBy)}
  </>
);

function Missing({ coverage }: RequirementDetails) {
  const amount = amountWords(coverage.shortfall, coverage.measure);
  return (
    <>
      <b>{coverage.firm.sealed > 0 ? t("shortfalls.atMost", { amount }) : amount}</b>
      {hasUnsaid(coverage) ? <span className="sr-only"> {t("shortfalls.unsaid")}</span> : null}
    </>
  );
}

/** How many offering pledges a line has room for. */
const OFFERS = 4;

function Offers({ coverage }: RequirementDetails) {
  const counting = coverage.offers.filter(({ counts }) => counts !== null);
  if (counting.length === 0) return <span className="text-muted">{t("shortfalls.nobody")}</span>;
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
