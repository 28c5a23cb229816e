import type { Actor } from "@/lib/domain/people/actor";
import { propose, replaced, type KnownProposal, type NewProposal } from "@/lib/domain/proposals/proposal";
import { ok, type Result } from "@/lib/domain/base/result";
import type { Tx } from "./tx";

/** Records a proposal; its subject must be locked. It replaces one that was sent back. */
export async function proposeIn(
  tx: Pick<Tx, "at" | "proposals" | "save">,
  actor: Actor,
  proposed: NewProposal,
  reason: string | null,
): Promise<Result<KnownProposal>> {
  const pending = await tx.proposals.openProposalOn(proposed.subjectId);
  const made = propose(actor, proposed, reason, pending, tx.at);
  if (!made.ok) return made;
  if (pending) await tx.save("proposal", pending, replaced(pending), { action: "proposal.replaced" });
  await tx.save("proposal", null, made.value, { action: "proposal.made", reason });
  return ok({ ...made.value, proposedBy: { name: actor.name, email: actor.email }, decidedBy: null });
}
