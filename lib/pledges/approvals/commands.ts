import "server-only";
import { randomUUID } from "node:crypto";
import { mayKeepRecords, whyNotChange, type Actor } from "@/lib/domain/people/actor";
import {
  APPROVAL_FIELDS,
  currentOn,
  impossibleDays,
  needsDecision,
  type Approval,
  type CurrentApproval,
} from "@/lib/domain/pledge/approval";
import { approvalRecord } from "@/lib/domain/history/record";
import { isSameJson } from "@/lib/domain/base/canonical";
import type { Day } from "@/lib/domain/base/day";
import { daysAhead, given } from "@/lib/domain/base/field";
import { positionsOf } from "@/lib/domain/pledge/link";
import { isBinding, type Pledge } from "@/lib/domain/pledge/pledge";
import { replaced, type ProposedOutcome, type Proposal } from "@/lib/domain/proposals/proposal";
import { invalid, refuse, type FieldError } from "@/lib/domain/base/refusal";
import { ok, refused, type Result } from "@/lib/domain/base/result";
import type { ApprovalContent, ProposedApprovalChange } from "@/lib/domain/proposals/proposed-change";
import { write, type Tx } from "@/lib/db/write";
import type { ApprovalChanges, ApprovalInput } from "./schema";

/**
 * Serves only pledges that its participant promises, alone or jointly. An outcome for an approval that serves a binding pledge is proposed and
 * decided; it may replace a proposal that was sent back (`replaces`).
 */
export function recordApproval(
  actor: Actor,
  { reason, replaces, ...input }: ApprovalInput,
): Promise<Result<ProposedOutcome<CurrentApproval>>> {
  return write(actor, async (tx) => {
    const why = whyNotChange(actor, input.participant);
    if (why) return refuse(why);
    if (!(await tx.participants.find(input.participant)))
      return invalid({ path: "participant", code: "unknown" });
    const wrongDays = wrongDaysOf(input, null, tx.today);
    if (wrongDays.length > 0) return invalid(...wrongDays);
    const served = await pledgesServed(tx, input.participant, input.serves);
    if (!served.ok) return served;
    const older = replaces === undefined ? ok(null) : await sentBack(tx, replaces, input.participant);
    if (!older.ok) return older;
    const approval = {
      id: older.value?.subjectId ?? randomUUID(),
      ...input,
      serves: sorted(input.serves),
      version: 1,
      createdAt: tx.at,
      updatedAt: tx.at,
    };
    const { id, version: _version, createdAt: _created, updatedAt: _updated, ...content } = approval;
    if (needsDecision(binding(served.value), null, approval)) {
      return proposed(tx, { id, participant: approval.participant, version: 0 }, approval.serves, {
        wish: { do: "record-approval", approval: content },
        reason,
      });
    }
    if (older.value)
      await tx.save("proposal", older.value, replaced(older.value), { action: "proposal.replaced" });
    const event = { action: "approval.recorded" as const, reason: reason ?? null };
    return ok({
      done: currentOn(tx.today)(await tx.save("approval", null, approval, event)),
      proposal: null,
    });
  });
}

/** The participant can't change. A change without a difference makes no event. */
export function changeApproval(
  actor: Actor,
  {
    id,
    ifMatch,
    changes,
    reason,
  }: { id: string; ifMatch: number; changes: Omit<ApprovalChanges, "reason">; reason?: string | undefined },
): Promise<Result<ProposedOutcome<CurrentApproval>>> {
  return write(actor, async (tx) => {
    if (!mayKeepRecords(actor)) return refuse("role");
    const before = await tx.approvals.lock(id);
    if (!before) return refuse("not-found");
    const why = whyNotChange(actor, before.participant);
    if (why) return refuse(why);
    if (before.version !== ifMatch) {
      return refused({ code: "version", conflict: await tx.conflict("approval", before, ifMatch) });
    }
    const after = withChanges(before, changes);
    const wrongDays = wrongDaysOf(after, before, tx.today);
    if (wrongDays.length > 0) return invalid(...wrongDays);
    const served = await pledgesServed(tx, before.participant, after.serves, before.serves);
    if (!served.ok) return served;
    const concerned = await tx.pledges.lockMany(sorted([...before.serves, ...after.serves]));
    if (needsDecision(binding(concerned), before, after)) {
      const references = concerned.map(({ reference }) => reference);
      const wish = { do: "change-approval" as const, changes: changedFields(before, after) };
      return proposed(tx, before, references, { wish, reason });
    }
    if (isSameJson(approvalRecord(before), approvalRecord(after)))
      return ok({ done: currentOn(tx.today)(before), proposal: null });
    const event = { action: "approval.changed" as const, reason: reason ?? null };
    return ok({ done: currentOn(tx.today)(await tx.save("approval", before, after, event)), proposal: null });
  });
}

const wrongDaysOf = (
  after: Omit<ApprovalInput, "reason" | "replaces">,
  before: Approval | null,
  today: Day,
): FieldError[] => [...daysAhead(APPROVAL_FIELDS, after, before, today), ...impossibleDays(after, before)];

async function proposed(
  tx: Tx,
  { id, participant, version }: Pick<Approval, "id" | "participant" | "version">,
  concerns: string[],
  { wish, reason }: { wish: ProposedApprovalChange; reason: string | undefined },
): Promise<Result<ProposedOutcome<CurrentApproval>>> {
  const made = await tx.propose(
    {
      id: randomUUID(),
      subject: "approval",
      subjectId: id,
      reference: null,
      participant,
      priority: null,
      concerns,
      wish,
      basedOn: version,
    },
    reason ?? null,
  );
  return made.ok ? ok({ done: null, proposal: made.value }) : made;
}

async function pledgesServed(
  tx: Tx,
  participant: string,
  references: readonly string[],
  /** The pledges it already serves: they stay, even if the participant no longer promises them. */
  before: readonly string[] = [],
): Promise<Result<Pledge[]>> {
  const pledges = references.length > 0 ? await tx.pledges.lockMany(sorted(references)) : [];
  const errors = references.flatMap((reference, index) => {
    const pledge = pledges.find((one) => one.reference === reference);
    if (!pledge) return [{ path: `serves.${index}`, code: "unknown" }];
    return positionsOf(pledge).includes(participant) || before.includes(reference)
      ? []
      : [{ path: `serves.${index}`, code: "another-participant" }];
  });
  return errors.length > 0 ? invalid(...errors) : ok(pledges);
}

/** A proposal that was sent back, to record an approval of this participant. */
async function sentBack(tx: Tx, id: string, participant: string): Promise<Result<Proposal>> {
  const found = await tx.proposals.lock(id);
  const isOne =
    found?.status === "RETURNED" && found.wish.do === "record-approval" && found.participant === participant;
  if (!isOne) return invalid({ path: "replaces", code: "unknown" });
  const { proposedBy: _proposer, decidedBy: _decider, ...proposal } = found;
  return ok(proposal);
}

const binding = (pledges: readonly Pledge[]): string[] =>
  pledges.filter(isBinding).map(({ reference }) => reference);

function changedFields(before: Approval, after: Approval): Partial<ApprovalContent> {
  const { id: _id, version: _version, createdAt: _created, updatedAt: _updated, ...content } = after;
  return Object.fromEntries(
    Object.entries(content).filter(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(Reflect.get(before, field)),
    ),
  );
}

function withChanges(before: Approval, { serves, ...changes }: Omit<ApprovalChanges, "reason">): Approval {
  return {
    ...before,
    ...given(changes),
    serves: serves ? sorted(serves) : before.serves,
  };
}

const sorted = (references: readonly string[]): string[] => [...new Set(references)].sort();
