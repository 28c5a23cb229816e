import { CoalitionMark } from "@/components/pledges/pledge/coalition-mark";
import { notFound, redirect } from "next/navigation";
import { ConfirmForm } from "@/components/pledges/deliveries/confirm-form";
import { deliveryFormWords } from "@/components/pledges/deliveries/form-words";
import { deliveredWords } from "@/components/pledges/deliveries/words";
import { RetractForm } from "@/components/pledges/pledge-form/reason-form";
import { leadLook } from "@/components/ui/looks";
import { PageHead } from "@/components/ui/page/page-head";
import { Section } from "@/components/ui/page/section";
import { requireActorPage } from "@/lib/auth/page";
import { loadMayConfirm } from "@/lib/pledges/deliveries/queries";
import { translator } from "@/lib/i18n/translator";
import { dayInWords } from "@/lib/i18n/dates";
import { ReferenceLink } from "@/components/ui/link-to";
import { loadDetails } from "../../details";
import { piecesOf } from "../../stage/choices";
import { titled } from "../../../../../titled";
import type { PageOf } from "../../../../search";

const t = translator("deliveries");
const domain = translator("domain");

export const generateMetadata = titled<PageOf<"reference" | "id">>(
  async ({ params }) => `${t("title")} ${(await params).reference}`,
);

/** One report, to confirm or retract. A user who may do neither is redirected to the pledge. */
export default async function DeliveryPage({ params }: PageOf<"reference" | "id">) {
  const [{ actor, at }, { reference, id }] = await Promise.all([requireActorPage(), params]);
  const details = await loadDetails(actor, reference, at);
  if (details === null) redirect(`/pledges/${reference}`);
  const mayConfirm = await loadMayConfirm(actor, details.participant);
  const delivery = details.deliveries.find((one) => one.id === id);
  if (!delivery) notFound();
  const isOpen = details.voided === null && delivery.retracted === null;
  if (!isOpen || !(mayConfirm || details.may.edit)) redirect(`/pledges/${reference}#deliveries`);
  const { kind, amount } = deliveredWords(details, delivery);
  const title = t("oneTitle", { reference, day: dayInWords(delivery.deliveredOn) });
  const words = deliveryFormWords();
  return (
    <>
      <PageHead title={title} />
      <p className={leadLook()}>
        <ReferenceLink href={`/pledges/${reference}#deliveries`}>{reference}</ReferenceLink>
        <CoalitionMark reference={reference} /> {details.title}
      </p>
      <p className="mb-4">
        <b>{kind}</b>, {amount ?? t("noNumber")}, {domain(`deliveredAs.${delivery.definition}`).toLowerCase()}
        {delivery.note ? <span className="text-muted">. {t("noteOf", { note: delivery.note })}</span> : null}
      </p>
      {delivery.confirmation === null ? (
        <Section id="confirm" title={t("confirmTitle")}>
          {mayConfirm ? (
            <>
              <p className="mb-4 max-w-3xl">{t("confirmText")}</p>
              <ConfirmForm
                reference={reference}
                delivery={id}
                title={title}
                pieces={piecesOf(details).map(({ value, label, meaning }) => ({
                  value,
                  label: `${label}, ${meaning ?? ""}`,
                }))}
                words={words}
              />
            </>
          ) : (
            <p className="mb-4">{t("notYours")}</p>
          )}
        </Section>
      ) : null}
      {details.may.edit ? (
        <Section id="retract" title={t("retractTitle")}>
          <p className="mb-4 max-w-3xl">{t("retractText")}</p>
          <RetractForm
            title={title}
            label={t("retractReason")}
            submit={t("retract")}
            path={`/deliveries/${id}/retract`}
            page={`/pledges/${reference}#deliveries`}
            done={t("retractedSaid")}
            words={words}
          />
        </Section>
      ) : null}
    </>
  );
}
