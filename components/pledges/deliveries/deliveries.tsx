// What was delivered of a pledge, report by report: by which definition, and whether the recipient confirms it.
import { asOfHref } from "@/components/ui/address/as-of-href";
import { buttonLook } from "@/components/ui/looks";
import { Glyph } from "@/components/ui/marks/glyph";
import { StatusMark } from "@/components/ui/marks/mark";
import { NotStated } from "@/components/ui/not-stated";
import { Section } from "@/components/ui/page/section";
import { daysBetween, type Day } from "@/lib/domain/base/day";
import { isConfirmed, isReported, type Delivery } from "@/lib/domain/pledge/delivery";
import { isBinding } from "@/lib/domain/pledge/pledge";
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import { registerDay } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { dayInWords, shortDay } from "@/lib/i18n/dates";
import { deliveredWords } from "./words";

const t = translator("deliveries");
const domain = translator("domain");

interface Props {
  details: PledgeDetails;
  mayConfirm: boolean;
  today: Day;
}

export function DeliveryList(props: Props) {
  const { details } = props;
  const { reference, deliveries } = details;
  if (deliveries.length === 0 && !isBinding(details)) return null;
  return (
    <Section
      id="deliveries"
      title={t("title")}
      aside={
        details.may.edit ? (
          <a className={buttonLook("plain")} href={asOfHref(`/pledges/${reference}/deliveries/new`)}>
            <Glyph name="plus" />
            {t("report")}
          </a>
        ) : null
      }
    >
      {deliveries.length === 0 ? (
        <p className="text-muted">
          {t("none")} {t("noneNext")}
        </p>
      ) : (
        <table className="ledger stack">
          <caption className="sr-only">{t("tableOf", { reference })}</caption>
          <thead>
            <tr>
              <th scope="col">{t("col.what")}</th>
              <th scope="col">{t("col.when")}</th>
              <th scope="col">{t("col.definition")}</th>
              <th scope="col">{t("col.confirmed")}</th>
            </tr>
          </thead>
          <tbody>
            {deliveries.map((delivery) => (
              <Row key={delivery.id} delivery={delivery} {...props} />
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}

function Row({ delivery, ...props }: Props & { delivery: Delivery }) {
  const { kind, amount } = deliveredWords(props.details, delivery);
  return (
    <tr id={`delivery-${delivery.id}`} {...(delivery.retracted ? { className: "retracted" } : {})}>
      <th scope="row">
        <b>{kind}</b>
        <br />
        {amount === null ? (
          <NotStated>{t("noNumber")}</NotStated>
        ) : (
          <span className="whitespace-nowrap">{amount}</span>
        )}
        {delivery.note ? (
          <>
            <br />
            <span className="text-muted">{delivery.note}</span>
          </>
        ) : null}
      </th>
      <td data-l={t("col.when")}>{shortDay(delivery.deliveredOn)}</td>
      <td data-l={t("col.definition")}>
        <span>
          {domain(`deliveredAs.${delivery.definition}`)}
          <br />
          <a className="text-muted" href={`#evidence-${delivery.evidence[0] ?? ""}`}>
            {t("evidenceOf")}
          </a>
        </span>
      </td>
      <td data-l={t("col.confirmed")}>
        <span>
          <Standing delivery={delivery} {...props} />
          <Act delivery={delivery} {...props} />
        </span>
      </td>
    </tr>
  );
}

function Standing({ delivery, details, today }: Props & { delivery: Delivery }) {
  const { retracted, confirmation } = delivery;
  if (retracted)
    return (
      <>
        <StatusMark glyph="withdrawn" family="neutral">
          {t("retracted")}
        </StatusMark>
        <span className="block text-muted text-caption">
          {t("retractedOn", { day: dayInWords(registerDay(retracted.at)), reason: retracted.reason })}
        </span>
      </>
    );
  if (!isReported(delivery, details))
    return (
      <>
        <StatusMark glyph="withdrawn" family="neutral">
          {t("countsForNothing")}
        </StatusMark>
        <span className="block text-muted text-caption">{t("reportVoid")}</span>
      </>
    );
  if (isConfirmed(delivery, details))
    return (
      <>
        <a href={`#evidence-${delivery.confirmation.evidence}`}>
          <StatusMark glyph="tick" family="done">
            {t("confirmedOn", { day: shortDay(delivery.confirmation.on) })}
          </StatusMark>
        </a>
        <span className="block text-muted text-caption">{delivery.confirmation.by}</span>
      </>
    );
  const days = daysBetween(delivery.deliveredOn, today);
  return (
    <>
      <StatusMark glyph="waiting" family="waiting">
        {days > 0 ? t("notConfirmedFor", { days }) : t("notConfirmed")}
      </StatusMark>
      {confirmation ? <span className="block text-muted text-caption">{t("confirmedVoid")}</span> : null}
    </>
  );
}

/** What this reader can do with the report. */
function Act({ delivery, details, mayConfirm }: Props & { delivery: Delivery }) {
  const open = details.voided === null && delivery.retracted === null;
  const confirms = open && mayConfirm && delivery.confirmation === null;
  const retracts = open && details.may.edit;
  if (!confirms && !retracts) return null;
  return (
    <a className="block" href={asOfHref(`/pledges/${details.reference}/deliveries/${delivery.id}`)}>
      {t(confirms && retracts ? "open" : confirms ? "openConfirm" : "openRetract")}
    </a>
  );
}
