import "server-only";
import { mayDecide, mayKeepRecords, type Actor } from "@/lib/domain/people/actor";
import { versionOf, whyNotKnown, type Subject } from "@/lib/domain/proposals/fulfilment";
import { decided, withdrawn, type KnownProposal, type Proposal } from "@/lib/domain/proposals/proposal";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, refused, type Result } from "@/lib/domain/base/result";
import { withSealedValues } from "@/lib/db/with-sealed-values";
import { write, type Tx } from "@/lib/db/write";
import type { DecisionInput } from "./schema";
import { applyToSubject, lockSubject } from "./subject";

/**
 * Approves or sends back, once. Approval checks all conditions of the change again, and the version seen when the
 * subject has changed since. `proposal-closed` says who decided first.
 */
export function decideProposal(
  actor: Actor,
  { id, decision, note, seen }: { id: string } & DecisionInput,
): Promise<Result<KnownProposal>> {
  return written(actor, async (tx) => {
    if (!mayDecide(actor)) return refuse("role");
    const glimpsed = await tx.proposals.find(id);
    if (!glimpsed) return refuse("not-found");
    const subject = await lockSubject(tx, glimpsed);
    const proposal = await tx.proposals.lock(id);
    if (!proposal) return refuse("not-found");

    const changed = await tx.proposals.changedSince(actor.id, proposal);
    const after = decided(actor, proposal, { decision, note }, changed, tx.at);
    if (!after.ok) return after;
    if (decision === "APPROVE") {
      const unknowing = whyNotKnown(actor, subject);
      if (unknowing) return unknowing;
      const unseen = await whyUnseen(tx, proposal, subject, seen);
      if (unseen) return unseen;
      const done = await applyToSubject(tx, proposal, subject);
      if (!done.ok) return done;
    }
    const action = decision === "APPROVE" ? ("proposal.approved" as const) : ("proposal.returned" as const);
    return ok(await saved(tx, actor, proposal, after.value, { action, reason: note }));
  });
}

/** Only by the proposer, who may propose it again afterwards. */
export function withdrawProposal(actor: Actor, { id }: { id: string }): Promise<Result<KnownProposal>> {
  return written(actor, async (tx) => {
    if (!mayKeepRecords(actor)) return refuse("role");
    const glimpsed = await tx.proposals.find(id);
    if (!glimpsed) return refuse("not-found");
    await lockSubject(tx, glimpsed);
    const proposal = await tx.proposals.lock(id);
    if (!proposal) return refuse("not-found");
    const after = withdrawn(actor, proposal);
    if (!after.ok) return after;
    return ok(await saved(tx, actor, proposal, after.value, { action: "proposal.withdrawn", reason: null }));
  });
}

/** Adds the sealed values that this actor may read. */
const written = async (
  actor: Actor,
  change: (tx: Tx) => Promise<Result<KnownProposal>>,
): Promise<Result<KnownProposal>> =>
  withSealedValues(actor, await write(actor, change), ({ participant }) => participant);

/** Changes made since the proposal must have been seen. */
async function whyUnseen(
  tx: Tx,
  proposal: Proposal,
  subject: Subject,
  seen: number | undefined,
): Promise<Result<never> | null> {
  const current = versionOf(subject);
  const seenVersion = seen ?? proposal.basedOn;
  if (seenVersion === current) return null;
  const conflict =
    subject.kind === "pledge"
      ? await tx.conflict("pledge", subject.pledge, seenVersion)
      : subject.approval && (await tx.conflict("approval", subject.approval, seenVersion));
  return refused({ code: "version", ...(conflict && { conflict }) });
}

async function saved(
  tx: Tx,
  actor: Actor,
  { proposedBy, decidedBy: _none, ...before }: KnownProposal,
  after: Proposal,
  event: { action: "proposal.approved" | "proposal.returned" | "proposal.withdrawn"; reason: string | null },
): Promise<KnownProposal> {
  const { version } = await tx.save("proposal", before, after, event);
  const proposal = { ...after, version, updatedAt: tx.at };
  return { ...proposal, proposedBy, decidedBy: proposal.deciderId === actor.id ? actor.name : null };
}
