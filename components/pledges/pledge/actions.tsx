import { asOfHref } from "@/components/ui/address/as-of-href";
import { buttonLook } from "@/components/ui/looks";
import { holds, type Actor } from "@/lib/domain/people/actor";
import { mayBeReplaced } from "@/lib/domain/pledge/stage";
import { maySuggest } from "@/lib/domain/proposals/suggestion";
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import { wayToVoid } from "@/lib/domain/pledge/pledge";
import { currentMessages, translator } from "@/lib/i18n/translator";
import { ConfirmButton } from "./confirm-button";

/** What the reader can do; a reader who can't change the pledge sees who may. */
export function Actions({
  details,
  actor,
  participant,
}: {
  details: PledgeDetails;
  actor: Actor;
  participant: string;
}) {
  const t = translator("pledge");
  const page = `/pledges/${details.reference}`;
  const keeper = holds(actor, details.participant);
  return (
    <section aria-labelledby="you-can" className="mt-3 flex flex-wrap items-center gap-2 print:hidden">
      <h2 id="you-can" className="sr-only">
        {t("youCan")}
      </h2>
      {details.may.edit ? (
        <>
          <ConfirmButton
            reference={details.reference}
            words={{
              confirm: t("confirm"),
              confirmed: translator("inline")("confirmed", { reference: details.reference }),
              offline: currentMessages().form.offline,
            }}
          />
          <a className={buttonLook()} href={asOfHref(`${page}/edit`)}>
            {t("edit")}
          </a>
          <a className={buttonLook()} href={asOfHref(`${page}/evidence`)}>
            {t("addEvidence")}
          </a>
          {details.may.set.length > 0 || details.proposal?.status !== "OPEN" ? (
            <a className={buttonLook()} href={asOfHref(`${page}/stage`)}>
              {t(details.may.set.length > 0 ? "setStage" : "proposeStage")}
            </a>
          ) : null}
          {details.may.void ? (
            <a className={buttonLook()} href={asOfHref(`${page}/void`)}>
              {t(wayToVoid(actor, details) === "propose" ? "proposeVoid" : "void")}
            </a>
          ) : null}
        </>
      ) : null}
      {keeper && mayBeReplaced(details) ? (
        <>
          <a className={buttonLook()} href={asOfHref(`/pledges/new?replaces=${details.reference}`)}>
            {t("logReplacement")}
          </a>
        </>
      ) : null}
      {!keeper && maySuggest(actor) && details.voided === null ? (
        <>
          <a className={buttonLook()} href={asOfHref(`${page}/suggest`)}>
            {translator("suggestions")("new")}
          </a>
        </>
      ) : null}
      <p className="text-muted">{t.ofCode("as", keeper ? actor.role : "other", { participant })}</p>
    </section>
  );
}
