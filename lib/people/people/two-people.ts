// Changes of accounts that give power: one administrator proposes, another person decides. An administrator
// does it alone only while nobody else can decide, and the account says so.
import "server-only";
import { randomUUID } from "node:crypto";
import { isProofFresh, THE_REGISTER, type Actor } from "@/lib/domain/people/actor";
import type { Instant } from "@/lib/domain/base/day";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import {
  proposeForAccount,
  needsSecondPerson,
  type AccountSubject,
  type KnownAccountProposal,
  type ProposedAccountChange,
} from "@/lib/domain/proposals/account";
import { replaced } from "@/lib/domain/proposals/proposal";
import type { Tx } from "@/lib/db/write";

/** A change was either made or proposed. */
export type AccountOutcome<T> = { done: T; proposal: null } | { done: null; proposal: KnownAccountProposal };

export interface AccountChangeRequest {
  /** The account's id, even if it isn't on record yet. */
  id: string;
  wish: ProposedAccountChange;
  subject: AccountSubject;
  reason: string | null | undefined;
}

/** The account must be locked. `make` gets the time for `aloneAt`; null: it gives no power, or the register itself acts. */
export async function makeOrPropose<T>(
  tx: Tx,
  actor: Actor,
  request: AccountChangeRequest,
  make: (aloneAt: Instant | null) => Promise<T>,
): Promise<Result<AccountOutcome<T>>> {
  const { wish, subject } = request;
  if (actor.id === THE_REGISTER.id || !needsSecondPerson(wish, subject))
    return ok({ done: await make(null), proposal: null });
  // http/serve.ts asks for a proof if the request itself shows that it gives power; whether a desk does, only
  // the register knows.
  if (!isProofFresh(actor)) return refuse("proof-needed");
  if (await tx.accountProposals.isAlone(actor.id)) return ok({ done: await make(tx.at), proposal: null });
  const proposed = await propose(tx, actor, request);
  return proposed.ok ? ok({ done: null, proposal: proposed.value }) : proposed;
}

async function propose(
  tx: Tx,
  actor: Actor,
  { id, wish, subject, reason = null }: AccountChangeRequest,
): Promise<Result<KnownAccountProposal>> {
  const pending = await tx.accountProposals.openProposalOn(id);
  const basedOn = subject.person?.version ?? 0;
  const request = { id: randomUUID(), subjectId: id, wish, basedOn };
  const made = proposeForAccount(actor, request, reason, pending, tx.at);
  if (!made.ok) return made;
  if (pending) await tx.save("proposal", pending, replaced(pending), { action: "proposal.replaced" });
  await tx.save("proposal", null, made.value, { action: "proposal.made", reason });
  return ok({ ...made.value, proposedBy: { name: actor.name, email: actor.email }, decidedBy: null });
}
