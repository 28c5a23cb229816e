// The outcome of a change: made at once, or proposed and decided.
import type { Actor } from "@/lib/domain/people/actor";
import type { KnownProposal, ProposedOutcome } from "@/lib/domain/proposals/proposal";
import type { Result } from "@/lib/domain/base/result";
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import { loadPledge } from "@/lib/pledges/pledges/queries";
import { decideProposal } from "@/lib/review/proposals/commands";
import { LATER, value } from "./registers/staffed-register";

/** Expects it was made at once. */
export function done<T>(result: Result<ProposedOutcome<T>>): T {
  const outcome = value(result);
  if (outcome.proposal !== null) throw new Error(`proposed: ${JSON.stringify(outcome.proposal)}`);
  return outcome.done;
}

/** Expects a proposal. */
export function proposed(result: Result<ProposedOutcome<unknown>>): KnownProposal {
  const outcome = value(result);
  if (outcome.proposal === null) throw new Error(`done at once: ${JSON.stringify(outcome.done)}`);
  return outcome.proposal;
}

export const approve = (decider: Actor, { id }: { id: string }, seen?: number) =>
  decideProposal(decider, { id, decision: "APPROVE", note: null, seen });

export const sendBack = (decider: Actor, { id }: { id: string }, note: string | null = "Not yet") =>
  decideProposal(decider, { id, decision: "RETURN", note });

/** Proposed by one and approved by the other; returns the pledge afterwards. */
export async function decided(
  decider: Actor,
  result: Result<ProposedOutcome<unknown>>,
): Promise<PledgeDetails> {
  const { id, reference } = proposed(result);
  value(await approve(decider, { id }));
  return value(await loadPledge(decider, reference ?? "", LATER));
}
