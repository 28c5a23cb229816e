import type { Actor } from "@/lib/domain/people/actor";
import { propose, replaced, type KnownProposal, type NewProposal } from "@/lib/domain/proposals/proposal";
import { ok, type Result } from "@/lib/domain/base/result";
import type { Tx } from "./tx";

/** Records a proposal; its subject must be locked. It replaces one that was sent back. */
export async function proposeIn(
  tx: Pick<Tx, "at" | "proposals" | "save">,
  actor: Actor,
  wished: NewProposal,
  reason: string | null,
): Promise<Result<KnownProposal>> {
  const standing = await tx.proposals.openProposalOn(wished.subjectId);
  const made = propose(actor, wished, reason, standing, tx.at);
  if (!made.ok) return made;
  if (standing) await tx.save("proposal", standing, replaced(standing), { action: "proposal.replaced" });
  await tx.save("proposal", null, made.value, { action: "proposal.made", reason });
  return ok({ ...made.value, proposedBy: { name: actor.name, email: actor.email }, decidedBy: null });
}
