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
  sheet,
  actor,
  participant,
}: {
  sheet: PledgeDetails;
  actor: Actor;
  participant: string;
}) {
  const t = translator("pledge");
  const page = `/pledges/${sheet.reference}`;
  const keeper = holds(actor, sheet.participant);
  return (
    <section aria-labelledby="you-can" className="mt-3 flex flex-wrap items-center gap-2 print:hidden">
      <h2 id="you-can" className="sr-only">
        {t("youCan")}
      </h2>
      {sheet.may.edit ? (
        <>
          <ConfirmButton
            reference={sheet.reference}
            label={t("confirm")}
            offline={currentMessages().form.offline}
          />
          <a className={buttonLook()} href={asOfHref(`${page}/edit`)}>
            {t("edit")}
          </a>
          <a className={buttonLook()} href={asOfHref(`${page}/evidence`)}>
            {t("addEvidence")}
          </a>
          {sheet.may.set.length > 0 || sheet.proposal?.status !== "OPEN" ? (
            <a className={buttonLook()} href={asOfHref(`${page}/stage`)}>
              {t(sheet.may.set.length > 0 ? "setStage" : "proposeStage")}
            </a>
          ) : null}
          {sheet.may.void ? (
            <a className={buttonLook()} href={asOfHref(`${page}/void`)}>
              {t(wayToVoid(actor, sheet) === "propose" ? "proposeVoid" : "void")}
            </a>
          ) : null}
        </>
      ) : null}
      {keeper && mayBeReplaced(sheet) ? (
        <>
          <a className={buttonLook()} href={asOfHref(`/pledges/new?replaces=${sheet.reference}`)}>
            {t("logReplacement")}
          </a>
        </>
      ) : null}
      {!keeper && maySuggest(actor) && sheet.voided === null ? (
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
