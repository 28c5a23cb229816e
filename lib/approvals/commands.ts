import "server-only";
import { randomUUID } from "node:crypto";
import { mayDecide, mayKeepRecords, whyNotKeep, type Actor } from "@/lib/domain/actor";
import { isWeightyStep, type Approval } from "@/lib/domain/approval";
import { approvalRecord } from "@/lib/domain/record";
import { canonical } from "@/lib/domain/canonical";
import type { Instant } from "@/lib/domain/day";
import { isBinding, type Pledge } from "@/lib/domain/pledge";
import { invalid, refuse } from "@/lib/domain/refusal";
import { ok, refused, type Result } from "@/lib/domain/result";
import { write, type Tx } from "@/lib/db/write";
import type { ApprovalChanges, ApprovalInput } from "./schema";

/** Serves pledges of its own participant alone. An outcome of what serves a binding pledge is a decision. */
export function recordApproval(
  actor: Actor,
  { reason, ...input }: ApprovalInput,
  _at: Instant,
): Promise<Result<Approval>> {
  return write(actor, async (tx) => {
    const why = whyNotKeep(actor, input.participant);
    if (why) return refuse(why);
    if (!(await tx.findParticipant(input.participant)))
      return invalid({ path: "participant", code: "unknown" });
    const served = await pledgesServed(tx, input.participant, input.serves);
    if (!served.ok) return served;
    const undecided = whyNotDecide(actor, served.value, null, input, reason);
    if (undecided) return undecided;
    const approval = {
      id: randomUUID(),
      ...input,
      serves: sorted(input.serves),
      version: 1,
      createdAt: tx.at,
      updatedAt: tx.at,
    };
    return ok(
      await tx.save("approval", null, approval, { action: "approval.recorded", reason: reason ?? null }),
    );
  });
}

/** The participant stays. A change of nothing is no event. */
export function changeApproval(
  actor: Actor,
  {
    id,
    ifMatch,
    changes,
    reason,
  }: { id: string; ifMatch: number; changes: Omit<ApprovalChanges, "reason">; reason?: string | undefined },
  _at: Instant,
): Promise<Result<Approval>> {
  return write(actor, async (tx) => {
    if (!mayKeepRecords(actor)) return refuse("role");
    const before = await tx.lockApproval(id);
    if (!before) return refuse("not-found");
    const why = whyNotKeep(actor, before.participant);
    if (why) return refuse(why);
    if (before.version !== ifMatch) {
      return refused({ code: "version", conflict: await tx.conflict("approval", before, ifMatch) });
    }
    const after = withChanges(before, changes);
    const served = await pledgesServed(tx, before.participant, after.serves);
    if (!served.ok) return served;
    const concerned = await tx.lockPledges(sorted([...before.serves, ...after.serves]));
    const undecided = whyNotDecide(actor, concerned, before, after, reason);
    if (undecided) return undecided;
    if (canonical(approvalRecord(before)) === canonical(approvalRecord(after))) return ok(before);
    return ok(
      await tx.save("approval", before, after, { action: "approval.changed", reason: reason ?? null }),
    );
  });
}

async function pledgesServed(
  tx: Tx,
  participant: string,
  references: readonly string[],
): Promise<Result<Pledge[]>> {
  const pledges = references.length > 0 ? await tx.lockPledges(sorted(references)) : [];
  const errors = references.flatMap((reference, index) => {
    const pledge = pledges.find((one) => one.reference === reference);
    if (!pledge) return [{ path: `serves.${index}`, code: "unknown" }];
    return pledge.participant === participant
      ? []
      : [{ path: `serves.${index}`, code: "another-participant" }];
  });
  return errors.length > 0 ? invalid(...errors) : ok(pledges);
}

type Standing = Pick<Approval, "status" | "serves">;

function whyNotDecide(
  actor: Actor,
  pledges: readonly Pledge[],
  before: Standing | null,
  after: Standing,
  reason: string | undefined,
): Result<never> | null {
  const weighs = (pledge: Pledge): boolean =>
    isBinding(pledge) && isWeightyStep(seenBy(pledge, before), seenBy(pledge, after));
  if (!pledges.some(weighs)) return null;
  if (!mayDecide(actor)) return refuse("role");
  return reason === undefined ? refuse("reason-missing") : null;
}

function withChanges(before: Approval, { serves, ...changes }: Omit<ApprovalChanges, "reason">): Approval {
  return {
    ...before,
    kind: changes.kind ?? before.kind,
    body: changes.body ?? before.body,
    subject: changes.subject === undefined ? before.subject : changes.subject,
    status: changes.status ?? before.status,
    statusSince: changes.statusSince === undefined ? before.statusSince : changes.statusSince,
    scheduledFor: changes.scheduledFor === undefined ? before.scheduledFor : changes.scheduledFor,
    decidedOn: changes.decidedOn === undefined ? before.decidedOn : changes.decidedOn,
    serves: serves ? sorted(serves) : before.serves,
  };
}

const seenBy = ({ reference }: Pledge, approval: Standing | null): Approval["status"] | null =>
  approval?.serves.includes(reference) ? approval.status : null;

const sorted = (references: readonly string[]): string[] => [...new Set(references)].sort();
