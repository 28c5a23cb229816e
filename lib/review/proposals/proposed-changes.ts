// The changes a proposal would make, and those made since.
import type { Json } from "@/lib/domain/base/canonical";
import type { FulfilmentContext, Subject } from "@/lib/domain/proposals/fulfilment";
import { changesBetween, type FieldChange } from "@/lib/domain/proposals/history";
import type { Proposal } from "@/lib/domain/proposals/proposal";
import { approvalRecord, pledgeRecord } from "@/lib/domain/history/record";
import type { ChangeSince } from "@/lib/domain/proposals/review";
import {
  proposedFieldChanges,
  applyProposal,
  applyApprovalProposal,
} from "@/lib/domain/proposals/proposed-change";
import type { LoggedEvent } from "@/lib/db/log/history";

/** From the current state to the proposed one; for an approved proposal, the changes it made. */
export function changesOf(
  proposal: Proposal,
  subject: Subject,
  fulfilment: LoggedEvent | null,
  { at, today }: FulfilmentContext,
): FieldChange[] {
  if (proposal.status === "APPROVED")
    return fulfilment ? changesBetween(fulfilment.before, fulfilment.after) : [];
  if (subject.kind === "pledge") {
    const after = applyProposal(subject.pledge, subject.wish, { reason: proposal.reason, at, today });
    return changesBetween(pledgeRecord(subject.pledge), pledgeRecord(after));
  }
  const { approval, wish } = subject;
  const after = applyApprovalProposal(approval, wish, { id: proposal.subjectId, at });
  if (after === null) return proposedFieldChanges(wish);
  return changesBetween(approval && approvalRecord(approval), approvalRecord(after));
}

export const changeOf = (event: LoggedEvent): ChangeSince => ({
  seq: event.seq,
  at: event.at,
  actor: { name: event.actorName, role: event.actorRole },
  action: event.action,
  about: event.entityType === "approval" ? bodyIn(event.after) : null,
  reason: event.reason,
  changes: changesBetween(event.before, event.after),
});

function bodyIn(record: Json): string | null {
  const body: unknown = record !== null && typeof record === "object" ? Reflect.get(record, "body") : null;
  return typeof body === "string" ? body : null;
}
