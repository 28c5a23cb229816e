import { PledgeLink } from "@/components/pledges/pledge/pledge-link";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { FitMark } from "@/components/requirements/offers/fit-mark";
import { StageMark } from "@/components/ui/marks/stage-ring";
import { judge } from "@/lib/domain/requirements/offer";
import type { NamedPledge } from "@/lib/domain/pledge/pledge";
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import { translator } from "@/lib/i18n/translator";
import { ReferenceLink } from "@/components/ui/link-to";

/** What it replaced, what replaced it, and the participant's other pledges on the same priority. */
export function Linked({ details, others }: { details: PledgeDetails; others: readonly NamedPledge[] }) {
  const t = translator("pledge");
  const otherRows = others.filter((row) => row.reference !== details.reference);
  const isAlone = otherRows.length === 0 && details.supersedes === null && details.supersededBy === null;
  if (isAlone && details.offers.length === 0) return null;
  return (
    <section className="max-md:mt-8 max-md:pb-0 max-md:first:-order-1" aria-labelledby="linked">
      <h2 id="linked">{t("linked")}</h2>
      <ul className="link-list">
        {details.supersedes ? <Other reference={details.supersedes} words={t("replaced")} /> : null}
        {details.supersededBy ? <Other reference={details.supersededBy} words={t("replacedBy")} /> : null}
        {otherRows
          .filter(({ reference }) => reference !== details.supersedes && reference !== details.supersededBy)
          .map((row) => (
            <li key={row.reference}>
              <PledgeLink reference={row.reference} /> {row.title}{" "}
              <StageMark stage={row.stage}>{translator("domain")(`stage.${row.stage}`)}</StageMark>
            </li>
          ))}
      </ul>
      <OfferedTo details={details} />
    </section>
  );
}

/** The requirements it is offered for, and whether it fits. */
function OfferedTo({ details: { offers, contributions } }: { details: PledgeDetails }) {
  if (offers.length === 0) return null;
  return (
    <>
      <h3 id="offered">{translator("requirements")("offeredTo")}</h3>
      <ul className="link-list">
        {offers.map(({ offer, requirement }) => {
          const line = contributions.find(({ id }) => id === offer.contribution) ?? null;
          return (
            <li key={offer.id}>
              <ReferenceLink href={asOfHref(`/requirements/${requirement.reference}`)}>
                {requirement.reference}
              </ReferenceLink>{" "}
              {requirement.title} <FitMark fit={judge(requirement, line, offer).fit} />
            </li>
          );
        })}
      </ul>
    </>
  );
}

function Other({ reference, words }: { reference: string; words: string }) {
  return (
    <li>
      {words} <PledgeLink reference={reference} />
    </li>
  );
}
