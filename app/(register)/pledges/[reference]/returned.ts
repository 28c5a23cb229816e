import type { Actor } from "@/lib/domain/people/actor";
import type { KnownProposal } from "@/lib/domain/proposals/proposal";
import type { ProposedChange } from "@/lib/domain/proposals/proposed-change";
import { loadProposal } from "@/lib/review/proposals/queries";

/** A proposal that was sent back, with what it proposed. */
export type Returned<Do extends ProposedChange["do"]> = KnownProposal & {
  wish: Extract<ProposedChange, { do: Do }>;
};

/** The proposal to resubmit: null unless it was sent back and proposed this kind of change of this record. */
export async function loadReturned<Do extends ProposedChange["do"]>(
  actor: Actor,
  id: string | null,
  about: { wish: Do; concerns: string; subjectId?: string },
): Promise<Returned<Do> | null> {
  if (id === null || !/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(id)) return null;
  const loaded = await loadProposal(actor, id);
  if (!loaded.ok) return null;
  const proposal = loaded.value;
  const fits =
    proposal.status === "RETURNED" &&
    proposal.wish.do === about.wish &&
    proposal.concerns.includes(about.concerns) &&
    (about.subjectId === undefined || proposal.subjectId === about.subjectId);
  return fits ? (proposal as KnownProposal as Returned<Do>) : null;
}
