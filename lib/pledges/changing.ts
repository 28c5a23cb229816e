// What the commands on pledges share: a pledge is taken, a change decided, the record saved, and the whole
// sheet is the answer. A change of nothing is no event.
import "server-only";
import { mayKeepRecords, whyNotKeep, type Actor } from "@/lib/domain/actor";
import type { Action } from "@/lib/domain/audit";
import type { Instant } from "@/lib/domain/day";
import type { Pledge } from "@/lib/domain/pledge";
import { invalid, refuse } from "@/lib/domain/refusal";
import { ok, refused, type Result } from "@/lib/domain/result";
import { sheetOf, type PledgeSheet } from "@/lib/domain/sheet";
import { write, type Tx } from "@/lib/db/write";
import { isTheSame } from "./content";

export interface Change {
  after: Pledge;
  event: { action: Action; reason?: string | null };
}

export type Decide = (tx: Tx, before: Pledge) => Result<Change> | Promise<Result<Change>>;

/** `reference` of the pledge, and the version that the client holds where it must be the newest. */
export interface Held {
  reference: string;
  ifMatch: number | null;
}

export function changing(
  actor: Actor,
  held: Held,
  at: Instant,
  decide: Decide,
): Promise<Result<PledgeSheet>> {
  return write(actor, async (tx) => {
    if (!mayKeepRecords(actor)) return refuse("role");
    const before = await tx.lockPledge(held.reference);
    return before ? changeTaken(tx, actor, before, held.ifMatch, at, decide) : refuse("not-found");
  });
}

/** The same, of a pledge that is locked already. */
export async function changeTaken(
  tx: Tx,
  actor: Actor,
  before: Pledge,
  ifMatch: number | null,
  at: Instant,
  decide: Decide,
): Promise<Result<PledgeSheet>> {
  const why = whyNotKeep(actor, before.participant);
  if (why) return refuse(why);
  if (ifMatch !== null && ifMatch !== before.version) {
    return refused({ code: "version", conflict: await tx.conflict("pledge", before, ifMatch) });
  }
  if (before.voided !== null) return refuse("no-such-step");
  const change = await decide(tx, before);
  if (!change.ok) return change;
  const { after, event } = change.value;
  const pledge = isTheSame(before, after) ? before : await tx.save("pledge", before, after, event);
  return ok(await sheetIn(tx, actor, pledge, at));
}

/** The pledge as the actor sees it now. */
export async function sheetIn(tx: Tx, actor: Actor, pledge: Pledge, at: Instant): Promise<PledgeSheet> {
  const context = {
    approvals: await tx.approvalsServing(pledge.reference),
    supersedes: await tx.supersededBy(pledge.reference),
    timeZone: tx.settings.timeZone,
    staleDays: tx.settings.staleDays,
  };
  return sheetOf(actor, pledge, context, at);
}

/** The owner of a pledge is an account that is in use and keeps records. */
export async function whyNotOwner(tx: Tx, email: string | null, path: string): Promise<Result<never> | null> {
  if (email === null) return null;
  const person = await tx.findPersonByEmail(email);
  if (!person) return invalid({ path, code: "unknown" });
  const keeps = person.disabledAt === null && mayKeepRecords({ ...person, session: null, request: null });
  return keeps ? null : invalid({ path, code: "keeps-no-records" });
}
