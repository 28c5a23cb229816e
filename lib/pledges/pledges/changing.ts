// Shared by the commands on pledges: lock one, decide a change, save it, return its details. A change without
// a difference makes no event.
import "server-only";
import { randomUUID } from "node:crypto";
import { mayKeepRecords, whyNotChange, type Actor } from "@/lib/domain/people/actor";
import type { Action } from "@/lib/domain/base/audit";
import type { Instant } from "@/lib/domain/base/day";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import type { ProposedOutcome } from "@/lib/domain/proposals/proposal";
import { invalid, refuse } from "@/lib/domain/base/refusal";
import { ok, refused, type Result } from "@/lib/domain/base/result";
import { pledgeDetailsOf, type PledgeDetails } from "@/lib/domain/details/pledge-details";
import type { StageContext } from "@/lib/domain/pledge/stage";
import { asProposedBy, type ProposedPledgeChange } from "@/lib/domain/proposals/proposed-change";
import { withSealedValues } from "@/lib/db/with-sealed-values";
import { write, type Tx } from "@/lib/db/write";
import { isTheSame } from "./content";

export interface Change {
  after: Pledge;
  event: { action: Action; reason?: string | null };
}

/** A change that needs another person's decision. */
export interface PledgeProposal {
  wish: ProposedPledgeChange;
  reason: string | null;
}

type Answer<T> = Result<T> | Promise<Result<T>>;

/** `ifMatch`: the version the client has; null if any version will do. */
export interface VersionedRef {
  reference: string;
  ifMatch: number | null;
}

/** A change that never needs a decision. */
export const changing = (
  actor: Actor,
  ref: VersionedRef,
  at: Instant,
  decide: (tx: Tx, before: Pledge) => Answer<Change>,
): Promise<Result<PledgeDetails>> =>
  writeDetails(actor, (tx) => changingIn(tx, actor, ref, at, (before) => decide(tx, before)));

/** The same in a transaction that does more. */
export async function changingIn(
  tx: Tx,
  actor: Actor,
  ref: VersionedRef,
  at: Instant,
  decide: (before: Pledge) => Answer<Change>,
): Promise<Result<PledgeDetails>> {
  const editable = await requireEditable(tx, actor, await lock(tx, actor, ref), ref.ifMatch);
  if (!editable.ok) return editable;
  const change = await decide(editable.value);
  return change.ok ? ok(await savedPledge(tx, actor, editable.value, change.value, at)) : change;
}

/** A change that is made at once or proposed, depending on the rules. */
export function changingOrProposing(
  actor: Actor,
  ref: VersionedRef,
  at: Instant,
  decide: (tx: Tx, before: Pledge) => Answer<Change | PledgeProposal>,
): Promise<Result<ProposedOutcome<PledgeDetails>>> {
  return writeOutcome(actor, async (tx) => {
    const editable = await requireEditable(tx, actor, await lock(tx, actor, ref), ref.ifMatch);
    if (!editable.ok) return editable;
    return applyOrPropose(tx, actor, editable.value, await decide(tx, editable.value), at);
  });
}

/** Adds the sealed values that this actor may read. */
export const writeDetails = async (
  actor: Actor,
  change: (tx: Tx) => Promise<Result<PledgeDetails>>,
): Promise<Result<PledgeDetails>> =>
  withSealedValues(actor, await write(actor, change), ({ participant }) => participant);

export const writeOutcome = async (
  actor: Actor,
  change: (tx: Tx) => Promise<Result<ProposedOutcome<PledgeDetails>>>,
): Promise<Result<ProposedOutcome<PledgeDetails>>> =>
  withSealedValues(actor, await write(actor, change), ({ proposal, done }) => (proposal ?? done).participant);

/**
 * Checks that the actor may change the locked pledge, and has its current version. `named`: the participant
 * whose desk must be the actor's, if it isn't the pledge's own.
 */
export async function requireEditable(
  tx: Tx,
  actor: Actor,
  locked: Result<Pledge>,
  ifMatch: number | null,
  named?: string,
): Promise<Result<Pledge>> {
  if (!locked.ok) return locked;
  const pledge = locked.value;
  const why = whyNotChange(actor, named ?? pledge.participant);
  if (why) return refuse(why);
  if (ifMatch !== null && ifMatch !== pledge.version) {
    return refused({ code: "version", conflict: await tx.conflict("pledge", pledge, ifMatch) });
  }
  return pledge.voided === null ? locked : refuse("no-such-step");
}

export async function applyOrPropose(
  tx: Tx,
  actor: Actor,
  before: Pledge,
  decision: Result<Change | PledgeProposal>,
  at: Instant,
): Promise<Result<ProposedOutcome<PledgeDetails>>> {
  if (!decision.ok) return decision;
  if ("after" in decision.value) {
    return ok({ done: await savedPledge(tx, actor, before, decision.value, at), proposal: null });
  }
  const { wish, reason } = decision.value;
  const { id, reference, participant, priority, version } = before;
  const proposed = await tx.propose(
    {
      id: randomUUID(),
      subject: "pledge",
      subjectId: id,
      reference,
      participant,
      priority,
      concerns: [reference],
      wish: asProposedBy(actor, wish),
      basedOn: version,
    },
    reason,
  );
  return proposed.ok ? ok({ done: null, proposal: proposed.value }) : proposed;
}

async function lock(tx: Tx, actor: Actor, ref: VersionedRef): Promise<Result<Pledge>> {
  if (!mayKeepRecords(actor)) return refuse("role");
  const pledge = await tx.pledges.lock(ref.reference);
  return pledge ? ok(pledge) : refuse("not-found");
}

export async function savedPledge(
  tx: Tx,
  actor: Actor,
  before: Pledge,
  { after, event }: Change,
  at: Instant,
): Promise<PledgeDetails> {
  const pledge = isTheSame(before, after) ? before : await tx.save("pledge", before, after, event);
  return detailsIn(tx, actor, pledge, at);
}

/** The pledge's details as the actor sees them now. */
export async function detailsIn(tx: Tx, actor: Actor, pledge: Pledge, at: Instant): Promise<PledgeDetails> {
  return pledgeDetailsOf(actor, pledge, { ...(await tx.contextOf(pledge)), ...tx.settings }, at);
}

/** What the rules of stages need to know about a locked pledge. */
export const stageContextIn = async (
  tx: Tx,
  pledge: Pledge,
  known: Parameters<Tx["pledges"]["stageFacts"]>[2] = null,
): Promise<StageContext> => ({
  ...(await tx.pledges.stageFacts(pledge, tx.today, known)),
  today: tx.today,
  timeZone: tx.settings.timeZone,
});

/** Owners must have an active account and keep records. */
export async function whyNotOwnerIn(
  tx: Tx,
  email: string | null,
  path: string,
): Promise<Result<never> | null> {
  if (email === null) return null;
  const person = await tx.people.findByEmail(email);
  if (!person) return invalid({ path, code: "unknown" });
  const keeps = person.disabledAt === null && mayKeepRecords({ ...person, session: null, request: null });
  return keeps ? null : invalid({ path, code: "keeps-no-records" });
}
