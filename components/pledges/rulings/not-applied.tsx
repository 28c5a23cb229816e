// For a record that differs from the ruling: what it waits for, and the way there.
import { asOfHref } from "@/components/ui/address/as-of-href";
import { buttonLook } from "@/components/ui/looks";
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import { isBinding, materialChanges } from "@/lib/domain/pledge/pledge";
import { isAppliedByHand, withRuling } from "@/lib/domain/proposals/ruled-value";
import { isLeftBehind, unapplied, type KnownRuling } from "@/lib/domain/proposals/ruling";
import { isOpen } from "@/lib/domain/pledge/stages";
import { registerZone } from "@/lib/i18n/register-zone";
import { currentMessages, translator } from "@/lib/i18n/translator";
import { LazyApplyButton } from "./apply-lazy";

export function NotApplied({ ruling, details }: { ruling: KnownRuling; details: PledgeDetails }) {
  const t = translator("pledge");
  const waits =
    unapplied(details, details.approvals, details.rulings).some(({ id }) => id === ruling.id) &&
    !isLeftBehind(ruling, details, registerZone());
  if (!waits || !isOpen(details.stage) || details.voided !== null) return null;
  const binds = isBinding(details) && materialChanges(details, withRuling(details, ruling)).length > 0;
  const isProposed = details.proposal?.status === "OPEN";
  return (
    <>
      <p>{t(binds && isProposed ? "notAppliedProposed" : "notApplied")}</p>
      {!details.may.edit || (binds && isProposed) ? null : (
        <p className="btns">
          {isAppliedByHand(ruling) ? (
            <a className={buttonLook()} href={asOfHref(byHand(details.reference, ruling))}>
              {t("matchRecord")}
            </a>
          ) : (
            <LazyApplyButton
              reference={details.reference}
              version={details.version}
              ruling={ruling.id}
              label={t(binds ? "proposeRuling" : "applyRuling")}
              done={t(binds ? "rulingProposed" : "rulingApplied")}
              offline={currentMessages().form.offline}
            />
          )}
        </p>
      )}
    </>
  );
}

/** The form that changes the field. */
function byHand(reference: string, { field }: KnownRuling): string {
  const page = `/pledges/${reference}`;
  if (field === "stage" || field === "condition") return `${page}/${field}`;
  return field === "approvals" ? `${page}#approvals` : `${page}/edit#${field.split(".")[0] ?? field}`;
}
