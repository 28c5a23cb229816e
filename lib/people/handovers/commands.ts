import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/domain/people/actor";
import type { Instant } from "@/lib/domain/base/day";
import { handedOver, LARGEST_HANDOVER, mayHandOver, type KnownHandover } from "@/lib/domain/people/handover";
import type { Person } from "@/lib/domain/people/person";
import { invalid, refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { write, type Tx } from "@/lib/db/write";
import type { HandoverInput } from "./schema";

/**
 * Moves a desk or part of it from one officer to another with a note, together with the pledges the first one owns
 * there. Proposals stay the proposer's: nobody can come to decide their own by handing it over.
 */
export function handOverDesk(
  actor: Actor,
  { from: giver, to: taker, participants, note }: HandoverInput,
  _at: Instant,
): Promise<Result<KnownHandover>> {
  return write(actor, async (tx) => {
    if (actor.role !== "OFFICER" && actor.role !== "ADMIN") return refuse("role");
    const both = await lockBoth(tx, giver ?? actor.email, taker);
    if (!both.ok) return both;
    if (!mayHandOver(actor, both.value.from)) return refuse("role");
    if (note === undefined) return refuse("reason-missing");
    const after = handedOver(both.value.from, both.value.to, participants);
    if (!after.ok) return after;
    const owned = await tx.pledges.lockOwned(both.value.from.email, participants, LARGEST_HANDOVER + 1);
    if (owned.length > LARGEST_HANDOVER)
      return invalid({ path: "participants", code: "too-many-pledges", params: { max: LARGEST_HANDOVER } });

    for (const pledge of owned) {
      const event = { action: "pledge.changed" as const, reason: note };
      await tx.save("pledge", pledge, { ...pledge, owner: after.value.to.email }, event);
    }
    const from = await tx.save("person", both.value.from, after.value.from, {
      action: "person.changed",
      reason: note,
    });
    const to = await tx.save("person", both.value.to, after.value.to, {
      action: "person.changed",
      reason: note,
    });
    const handover = {
      id: randomUUID(),
      fromId: from.id,
      toId: to.id,
      participants,
      note,
      pledges: owned.length,
      version: 1,
      createdAt: tx.at,
    };
    const saved = await tx.save("handover", null, handover, { action: "handover.made", reason: note });
    return ok({ ...saved, from: nameOf(from), to: nameOf(to) });
  });
}

/** In order of ids, as everywhere, against deadlocks. */
async function lockBoth(tx: Tx, giver: string, taker: string): Promise<Result<{ from: Person; to: Person }>> {
  const [from, to] = [await tx.people.findByEmail(giver), await tx.people.findByEmail(taker)];
  if (!from) return invalid({ path: "from", code: "unknown" });
  if (!to) return invalid({ path: "to", code: "unknown" });
  const locked = new Map<string, Person | null>();
  for (const id of [from.id, to.id].sort()) locked.set(id, await tx.people.lock(id));
  const [giving, taking] = [locked.get(from.id), locked.get(to.id)];
  return giving && taking ? ok({ from: giving, to: taking }) : refuse("not-found");
}

const nameOf = ({ name, email }: Person): KnownHandover["from"] => ({ name, email });
