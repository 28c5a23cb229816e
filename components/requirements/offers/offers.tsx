// Offers for a requirement, line by line: how each fits, why, and where it counts.
import { PledgeLink } from "@/components/pledges/pledge/pledge-link";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { Ledger } from "@/components/ui/ledger/ledger";
import { buttonLook } from "@/components/ui/looks";
import { NotStated } from "@/components/ui/not-stated";
import { StageMark } from "@/components/ui/marks/stage-ring";
import { Section } from "@/components/ui/page/section";
import { scaled } from "@/lib/domain/base/amount";
import type { Weighed } from "@/lib/domain/requirements/requirement-coverage";
import type { RequirementDetails } from "@/lib/domain/requirements/requirement-details";
import type { Measure } from "@/lib/domain/requirements/quantity-range";
import { inSentence } from "@/lib/i18n/words/in-sentence";
import { amountWords, spanWords } from "@/lib/i18n/words/requirement-words";
import { colon, quotedWords } from "@/lib/i18n/signs";
import { registerDay } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { shortDay } from "@/lib/i18n/dates";
import { FitMark } from "./fit-mark";
import { Because } from "../notes";

const t = translator("requirements");
const domain = translator("domain");

interface Props {
  details: RequirementDetails;
  names: Readonly<Record<string, string>>;
  mayOffer: boolean;
}

export function Offers({ details: { requirement, coverage }, names, mayOffer }: Props) {
  const { reference, closed } = requirement;
  const openOffers = coverage.offers.filter(({ offer }) => offer.withdrawn === null);
  const withdrawn = coverage.offers.filter(({ offer }) => offer.withdrawn !== null);
  return (
    <Section
      id="offers"
      title={t("offers")}
      aside={
        mayOffer && closed === null ? (
          <a className={buttonLook("plain")} href={asOfHref(`/requirements/${reference}/offer`)}>
            {t("offer")}
          </a>
        ) : null
      }
    >
      {openOffers.length === 0 ? <p className="text-muted">{t("noOffers")}</p> : null}
      {openOffers.length > 0 ? (
        <Ledger
          caption={t("offersCaption", { reference })}
          rows={openOffers}
          rowKey={({ offer }) => offer.id}
          columns={[
            {
              heading: t("column.pledge"),
              names: true,
              cell: ({ pledge }) => (
                <>
                  <PledgeLink reference={pledge.reference} />{" "}
                  <b>{names[pledge.participant] ?? pledge.participant}</b>
                  <br />
                  {pledge.title} <StageMark stage={pledge.stage}>{domain(`stage.${pledge.stage}`)}</StageMark>
                </>
              ),
            },
            {
              heading: t("column.number"),
              numeric: true,
              cell: (one) => <Offered of={one} measure={coverage.measure} />,
            },
            { heading: t("column.notice"), cell: Notice },
            { heading: t("column.fit"), cell: Fit },
            {
              heading: t("column.counts"),
              cell: (one) => <Counts of={one} reference={mayOffer ? reference : null} />,
            },
          ]}
        />
      ) : null}
      {withdrawn.length > 0 ? (
        <details>
          <summary className={buttonLook("plain")}>{t("withdrawn")}</summary>
          <ul className="note-list mt-2">
            {withdrawn.map(({ offer, pledge }) => (
              <li key={offer.id}>
                <span>
                  <PledgeLink reference={pledge.reference} />{" "}
                  {names[pledge.participant] ?? pledge.participant}
                  {colon()}{" "}
                  {t("withdrawnWhy", {
                    day: shortDay(registerDay(offer.withdrawn?.at ?? offer.updatedAt)),
                    reason: offer.withdrawn?.reason ?? "",
                  })}
                </span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </Section>
  );
}

function Offered({ of: one, measure }: { of: Weighed; measure: Measure }) {
  const { amount } = one.offer;
  return (
    <span>
      <NumberOf of={one} measure={measure} />
      {amount === null ? null : (
        <span className="text-caption text-muted">
          {" "}
          {t("part", { amount: amountWords(scaled(amount), measure) })}
        </span>
      )}
    </span>
  );
}

function Notice({ line }: Weighed) {
  const days = line?.noticeToMoveDays ?? null;
  return days === null ? <NotStated>{t("notStated")}</NotStated> : t("noticeDays", { days });
}

const Fit = (one: Weighed) => (
  <span>
    <FitMark fit={one.judgement.fit} />
    {one.judgement.because.length > 0 ? (
      <span className="text-muted wrap-anywhere">
        <br />
        <Because of={one} />
      </span>
    ) : null}
  </span>
);

/** `reference`: of the requirement, for a user who may withdraw the offer. */
const Counts = ({ of: one, reference }: { of: Weighed; reference: string | null }) => (
  <span>
    {countsWords(one)}
    {reference === null ? null : (
      <>
        <br />
        <a
          href={asOfHref(`/requirements/${reference}/offers/${one.offer.id}`)}
          aria-label={t("withdrawOf", { pledge: one.pledge.reference })}
        >
          {t("withdraw")}
        </a>
      </>
    )}
  </span>
);

function NumberOf({ of: { span, isSealed, line }, measure }: { of: Weighed; measure: Measure }) {
  if (span) return spanWords(span, measure);
  if (isSealed) return t("sealed");
  const words = line?.quantity.kind === "QUALITATIVE" ? line.quantity.asStated : null;
  return <NotStated>{words === null ? t("notStated") : quotedWords(words)}</NotStated>;
}

function countsWords({ counts, judgement, pledge }: Weighed): string {
  if (counts === "conditional" && pledge.stage === "ALLOCATED" && !pledge.actionable)
    return `${domain("strength.conditional")}${colon()} ${t("waits", { stage: domain("stage.ALLOCATED") })}`;
  if (counts !== null) return domain(`strength.${counts}`);
  if (judgement.fit === "NEAR_MISS") return t("countsNot.nearMiss");
  return t("countsNot.signalled", { stage: inSentence(domain(`stage.${pledge.stage}`)) });
}
