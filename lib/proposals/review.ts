// What a decision rests on, read without a lock: the subject as it stands and as it would be, and what has moved on.
import "server-only";
import type { Approval } from "@/lib/domain/approval";
import type { Json } from "@/lib/domain/canonical";
import { ownerNamed, type FulfilmentContext, type Subject } from "@/lib/domain/fulfilment";
import { changesBetween, type FieldChange } from "@/lib/domain/history";
import type { Person } from "@/lib/domain/person";
import type { Proposal } from "@/lib/domain/proposal";
import { approvalRecord, pledgeRecord } from "@/lib/domain/record";
import type { ChangeSince } from "@/lib/domain/review";
import { changesWished, wished, wishedApproval } from "@/lib/domain/wish";
import type { LoggedEvent } from "@/lib/db/history";
import { findApproval, findApprovalsServing } from "@/lib/db/read/approvals";
import { findPledge } from "@/lib/db/read/pledges";
import { findFulfilment, findNamedPerson } from "@/lib/db/review";

export async function findSubject({ reference, subjectId, wish }: Proposal): Promise<Subject> {
  if (wish.do === "record-approval" || wish.do === "change-approval") {
    return { kind: "approval", approval: await findApproval(subjectId), wish };
  }
  const successor = wish.do === "stage" ? wish.successor : null;
  const [pledge, replacing] = await Promise.all([
    findPledge(reference ?? ""),
    successor === null ? null : findPledge(successor),
  ]);
  if (!pledge) throw new Error(`the pledge ${reference} of a proposal is gone`);
  return { kind: "pledge", pledge, successor: replacing, wish };
}

export async function approvalsOf(subject: Subject): Promise<Approval[]> {
  if (subject.kind === "approval") return [];
  return (await findApprovalsServing([subject.pledge])).get(subject.pledge.reference) ?? [];
}

export async function ownerOf(subject: Subject): Promise<Person | null> {
  const email = ownerNamed(subject);
  return email === null ? null : findNamedPerson(email);
}

/** From how it stands to how it would; of one that was approved, what came of it. */
export async function changesOf(
  proposal: Proposal,
  subject: Subject,
  { at, today }: FulfilmentContext,
): Promise<FieldChange[]> {
  if (proposal.status === "APPROVED") {
    const event = await findFulfilment(proposal);
    return event ? changesBetween(event.before, event.after) : [];
  }
  if (subject.kind === "pledge") {
    const after = wished(subject.pledge, subject.wish, { reason: proposal.reason, at, today });
    return changesBetween(pledgeRecord(subject.pledge), pledgeRecord(after));
  }
  const { approval, wish } = subject;
  const after = wishedApproval(approval, wish, { id: proposal.subjectId, at });
  if (after === null) return changesWished(wish);
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
