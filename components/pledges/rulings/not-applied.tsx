// For a record that differs from the ruling: what it waits for, and the way there.
import { asOfHref } from "@/components/ui/address/as-of-href";
import { buttonLook } from "@/components/ui/looks";
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import { isBinding, materialChanges } from "@/lib/domain/pledge/pledge";
import { isAppliedByHand, withRuling } from "@/lib/domain/proposals/ruled-value";
import { isLeftBehind, unapplied, type KnownRuling } from "@/lib/domain/proposals/ruling";
import { isOpen } from "@/lib/domain/pledge/stages";
import { currentMessages, translator } from "@/lib/i18n/translator";
import { ApplyApart } from "./apply-apart";

export function NotApplied({
  ruling,
  sheet,
  timeZone,
}: {
  ruling: KnownRuling;
  sheet: PledgeDetails;
  timeZone: string;
}) {
  const t = translator("pledge");
  const waits =
    unapplied(sheet, sheet.approvals, sheet.rulings).some(({ id }) => id === ruling.id) &&
    !isLeftBehind(ruling, sheet, timeZone);
  if (!waits || !isOpen(sheet.stage) || sheet.voided !== null) return null;
  const binds = isBinding(sheet) && materialChanges(sheet, withRuling(sheet, ruling)).length > 0;
  const isProposed = sheet.proposal?.status === "OPEN";
  return (
    <>
      <p>{t(binds && isProposed ? "notAppliedProposed" : "notApplied")}</p>
      {!sheet.may.edit || (binds && isProposed) ? null : (
        <p className="btns">
          {isAppliedByHand(ruling) ? (
            <a className={buttonLook()} href={asOfHref(byHand(sheet.reference, ruling))}>
              {t("matchRecord")}
            </a>
          ) : (
            <ApplyApart
              reference={sheet.reference}
              version={sheet.version}
              ruling={ruling.id}
              label={t(binds ? "proposeRuling" : "applyRuling")}
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
