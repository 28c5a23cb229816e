// How the proposal was closed or sent back: by whom, when, and with which note.
import { asOfHref } from "@/components/ui/address/as-of-href";
import { noticeLook } from "@/components/ui/looks";
import type { ProposalRow } from "@/lib/domain/proposals/proposal";
import { registerZoneName, relativeMoment, shortMoment } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { outcomeWords } from "./outcome-words";

const t = translator("review");

interface Props {
  proposal: ProposalRow;
  /** Link to the next open proposal. */
  next: string | null;
  at: string;
}

export function ProposalOutcome({ proposal, next, at }: Props) {
  if (proposal.status === "OPEN") return null;
  const when = isDecided(proposal) ? (proposal.decidedAt ?? proposal.updatedAt) : proposal.updatedAt;
  return (
    <div className={proposal.status === "APPROVED" ? noticeLook("done") : noticeLook()}>
      <p>
        <b>{outcomeWords(proposal)}</b>,{" "}
        <time dateTime={when}>
          {relativeMoment(at, when)} ({shortMoment(when)} {registerZoneName()})
        </time>
      </p>
      {proposal.note ? <p>{t("note", { note: proposal.note })}</p> : null}
      {next === null ? null : (
        <p>
          <a href={asOfHref(next)}>{t("nextOne")}</a>
        </p>
      )}
    </div>
  );
}

/** Withdrawn and replaced proposals may have a note, too: from when they were sent back. */
const isDecided = ({ status }: ProposalRow): boolean => status === "APPROVED" || status === "RETURNED";
