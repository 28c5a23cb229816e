// Offers for a requirement, line by line: how each fits, why, and where it counts.
import { PledgeLink } from "@/components/pledges/pledge/pledge-link";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { NotStated } from "@/components/ui/not-stated";
import { StageMark } from "@/components/ui/marks/stage-ring";
import { scaled } from "@/lib/domain/base/amount";
import { dayOf } from "@/lib/domain/base/day";
import type { Weighed } from "@/lib/domain/requirements/requirement-coverage";
import type { RequirementDetails } from "@/lib/domain/requirements/requirement-details";
import type { Measure } from "@/lib/domain/requirements/quantity-range";
import { inSentence } from "@/lib/i18n/words/in-sentence";
import { amountWords, spanWords } from "@/lib/i18n/words/requirement-words";
import { colon, quotedWords } from "@/lib/i18n/signs";
import { translator } from "@/lib/i18n/translator";
import { shortDay } from "@/lib/i18n/when";
import { FitMark } from "./fit-mark";
import { Because } from "../notes";

const t = translator("requirements");
const domain = translator("domain");

interface Props {
  sheet: RequirementDetails;
  names: Readonly<Record<string, string>>;
  mayOffer: boolean;
  timeZone: string;
}

export function Offers({ sheet: { requirement, coverage }, names, mayOffer, timeZone }: Props) {
  const { reference, closed } = requirement;
  const standing = coverage.offers.filter(({ offer }) => offer.withdrawn === null);
  const withdrawn = coverage.offers.filter(({ offer }) => offer.withdrawn !== null);
  return (
    <section className="sec" aria-labelledby="offers">
      <header>
        <h2 id="offers">{t("offers")}</h2>
        {mayOffer && closed === null ? (
          <a className="btn plain" href={asOfHref(`/requirements/${reference}/offer`)}>
            {t("offer")}
          </a>
        ) : null}
      </header>
      {standing.length === 0 ? <p className="muted">{t("noOffers")}</p> : null}
      {standing.length > 0 ? (
        <table className="ledger stack">
          <caption className="vh">{t("offersCaption", { reference })}</caption>
          <thead>
            <tr>
              <th scope="col">{t("column.pledge")}</th>
              <th scope="col" className="num">
                {t("column.number")}
              </th>
              <th scope="col">{t("column.notice")}</th>
              <th scope="col">{t("column.fit")}</th>
              <th scope="col">{t("column.counts")}</th>
            </tr>
          </thead>
          <tbody>
            {standing.map((one) => (
              <Row
                key={one.offer.id}
                of={one}
                {...{ names, mayOffer, measure: coverage.measure, reference }}
              />
            ))}
          </tbody>
        </table>
      ) : null}
      {withdrawn.length > 0 ? (
        <details>
          <summary className="btn plain">{t("withdrawn")}</summary>
          <ul className="nm">
            {withdrawn.map(({ offer, pledge }) => (
              <li key={offer.id}>
                <span>
                  <PledgeLink reference={pledge.reference} />{" "}
                  {names[pledge.participant] ?? pledge.participant}
                  {colon()}{" "}
                  {t("withdrawnWhy", {
                    day: shortDay(dayOf(offer.withdrawn?.at ?? offer.updatedAt, timeZone)),
                    reason: offer.withdrawn?.reason ?? "",
                  })}
                </span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}

interface RowProps {
  of: Weighed;
  names: Readonly<Record<string, string>>;
  mayOffer: boolean;
  measure: Measure;
  reference: string;
}

function Row({ of: one, names, mayOffer, measure, reference }: RowProps) {
  const { offer, pledge, line, judgement } = one;
  const notice = line?.noticeToMoveDays ?? null;
  return (
    <tr>
      <th scope="row">
        <PledgeLink reference={pledge.reference} /> <b>{names[pledge.participant] ?? pledge.participant}</b>
        <br />
        {pledge.title} <StageMark stage={pledge.stage}>{domain(`stage.${pledge.stage}`)}</StageMark>
      </th>
      <td className="num" data-l={t("column.number")}>
        <span>
          <NumberOf of={one} measure={measure} />
          {offer.amount === null ? null : (
            <span className="cap"> {t("part", { amount: amountWords(scaled(offer.amount), measure) })}</span>
          )}
        </span>
      </td>
      <td data-l={t("column.notice")}>
        {notice === null ? <NotStated>{t("notStated")}</NotStated> : t("noticeDays", { days: notice })}
      </td>
      <td data-l={t("column.fit")}>
        <span>
          <FitMark fit={judgement.fit} />
          {judgement.because.length > 0 ? (
            <span className="muted fitwhy">
              <br />
              <Because of={one} />
            </span>
          ) : null}
        </span>
      </td>
      <td data-l={t("column.counts")}>
        <span>
          {countsWords(one)}
          {mayOffer ? (
            <>
              <br />
              <a
                href={asOfHref(`/requirements/${reference}/offers/${offer.id}`)}
                aria-label={t("withdrawOf", { pledge: pledge.reference })}
              >
                {t("withdraw")}
              </a>
            </>
          ) : null}
        </span>
      </td>
    </tr>
  );
}

function NumberOf({ of: { span, isSealed, line }, measure }: { of: Weighed; measure: Measure }) {
  if (span) return spanWords(span, measure);
  if (isSealed) return t("sealed");
  const words = line?.quantity.kind === "QUALITATIVE" ? line.quantity.asStated : null;
  return <NotStated>{words === null ? t("notStated") : quotedWords(words)}</NotStated>;
}

function countsWords({ counts, judgement, pledge }: Weighed): string {
  if (counts !== null) return domain(`strength.${counts}`);
  if (judgement.fit === "NEAR_MISS") return t("countsNot.nearMiss");
  return t("countsNot.signalled", { stage: inSentence(domain(`stage.${pledge.stage}`)) });
}
