import "server-only";
import { randomUUID } from "node:crypto";
import type { Action } from "@/lib/domain/base/audit";
import type { Actor } from "@/lib/domain/people/actor";
import {
  answerHandover,
  handedOver,
  LARGEST_HANDOVER,
  mayHandOver,
  withHandoverEntry,
  type Handover,
  type HandoverAnswer,
  type KnownHandover,
} from "@/lib/domain/people/handover";
import type { Person } from "@/lib/domain/people/person";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import { invalid, refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { write, type Tx } from "@/lib/db/write";
import { env } from "@/lib/platform/env";
import type { HandoverInput } from "./schema";

/**
 * Moves a desk or part of it from one officer to another with a note, together with the pledges the first one owns
 * there. With sealed numbers it is only offered: the taker accepts, and a manager decides. Proposals stay the
 * proposer's: nobody can come to decide their own by handing it over.
 */
export function handOverDesk(
  actor: Actor,
  { from: giver, to: taker, participants, note }: HandoverInput,
): Promise<Result<KnownHandover>> {
  return write(actor, async (tx) => {
    if (actor.role !== "OFFICER" && actor.role !== "ADMIN") return refuse("role");
    const both = await lockBoth(tx, giver ?? actor.email, taker);
    if (!both.ok) return both;
    if (!mayHandOver(actor, both.value.from)) return refuse("role");
    if (note === undefined) return refuse("reason-missing");
    const after = await desksAfter(tx, both.value, participants);
    if (!after.ok) return after;
    const handover: Handover = {
      id: randomUUID(),
      fromId: both.value.from.id,
      toId: both.value.to.id,
      participants,
      note,
      pledges: 0,
      entries: null,
      version: 1,
      createdAt: tx.at,
    };
    const owned = await lockOwned(tx, both.value.from, participants);
    if (!owned.ok) return owned;
    if (await tx.handovers.haveSealed(participants)) {
      const offered = withHandoverEntry(handover, { does: "offer", note: null, by: actor.id, at: tx.at });
      if (!offered.ok) return offered;
      return ok(await save(tx, null, offered.value, "handover.offered", note));
    }
    const pledges = await move(tx, both.value, handover, owned.value);
    if (!pledges.ok) return pledges;
    const made = { ...handover, pledges: pledges.value };
    return ok(await save(tx, null, made, "handover.made", note));
  });
}

const ACTIONS: Record<HandoverAnswer, Action> = {
  accept: "handover.accepted",
  decline: "handover.declined",
  approve: "handover.approved",
  refuse: "handover.refused",
  withdraw: "handover.withdrawn",
};

/**
 * Moves an offered handover one step on; approving carries it out, if everything is still as offered. Refuses
 * `no-such-step` if it has ended.
 */
export function answerOffered(
  actor: Actor,
  { id, does, note }: { id: string; does: HandoverAnswer; note: string | null },
): Promise<Result<KnownHandover>> {
  return write(actor, async (tx) => {
    const offered = await tx.handovers.lock(id);
    if (!offered) return refuse("not-found");
    const whyNot = answerHandover(actor, offered, does);
    if (whyNot === "held-back") return refuse(whyNot, { until: actor.heldUntil ?? "" });
    if (whyNot) return refuse(whyNot);
    const after = withHandoverEntry(offered, { does, note, by: actor.id, at: tx.at });
    if (!after.ok) return after;
    const pledges = does === "approve" ? await moveOffered(tx, offered) : ok(offered.pledges);
    if (!pledges.ok) return pledges;
    return ok(await save(tx, offered, { ...after.value, pledges: pledges.value }, ACTIONS[does], note));
  });
}

async function save(
  tx: Tx,
  before: Handover | null,
  after: Handover,
  action: Action,
  reason: string | null,
): Promise<KnownHandover> {
  const saved = await tx.save("handover", before, after, { action, reason });
  const people = new Map((await tx.people.names()).map(({ id, name, email }) => [id, { name, email }]));
  const nameOf = (id: string) => people.get(id) ?? { name: "", email: "" };
  const actors = (saved.entries ?? []).map(({ by }) => nameOf(by).name);
  return { ...saved, from: nameOf(saved.fromId), to: nameOf(saved.toId), actors };
}

async function moveOffered(tx: Tx, offered: Handover): Promise<Result<number>> {
  const people = await lockInOrder(tx, [offered.fromId, offered.toId]);
  const [from, to] = [people.get(offered.fromId), people.get(offered.toId)];
  if (!from || !to) return refuse("not-found");
  const owned = await lockOwned(tx, from, offered.participants);
  return owned.ok ? move(tx, { from, to }, offered, owned.value) : owned;
}

async function lockOwned(
  tx: Tx,
  { email }: Person,
  participants: readonly string[],
): Promise<Result<readonly Pledge[]>> {
  const owned = await tx.pledges.lockOwned(email, participants, LARGEST_HANDOVER + 1);
  return owned.length > LARGEST_HANDOVER
    ? invalid({ path: "participants", code: "too-many-pledges", params: { max: LARGEST_HANDOVER } })
    : ok(owned);
}

/** Changes both desks and the owners, and returns of how many pledges. */
async function move(
  tx: Tx,
  both: { from: Person; to: Person },
  { participants, note }: Pick<Handover, "participants" | "note">,
  owned: readonly Pledge[],
): Promise<Result<number>> {
  const after = await desksAfter(tx, both, participants);
  if (!after.ok) return after;
  for (const pledge of owned) {
    const event = { action: "pledge.changed" as const, reason: note };
    await tx.save("pledge", pledge, { ...pledge, owner: both.to.email }, event);
  }
  for (const whose of ["from", "to"] as const)
    await tx.save("person", both[whose], after.value[whose], { action: "person.changed", reason: note });
  return ok(owned.length);
}

/** Groups at the provider set the desks of those who sign in there: at the next sign-in it would be undone. */
async function desksAfter(
  tx: Tx,
  { from, to }: { from: Person; to: Person },
  participants: readonly string[],
): Promise<Result<{ from: Person; to: Person }>> {
  const after = handedOver(from, to, participants);
  const issuer = env().OIDC_ISSUER;
  if (!after.ok || issuer === undefined) return after;
  const byGroups = await tx.signInGroups.decideDesksOf([from.id, to.id], issuer);
  if (byGroups.includes(to.id)) return invalid({ path: "to", code: "desk-by-groups" });
  return byGroups.length === 0 ? after : invalid({ path: "participants", code: "desk-by-groups" });
}

async function lockBoth(tx: Tx, giver: string, taker: string): Promise<Result<{ from: Person; to: Person }>> {
  const [from, to] = [await tx.people.findByEmail(giver), await tx.people.findByEmail(taker)];
  if (!from) return invalid({ path: "from", code: "unknown" });
  if (!to) return invalid({ path: "to", code: "unknown" });
  const people = await lockInOrder(tx, [from.id, to.id]);
  const [giving, taking] = [people.get(from.id), people.get(to.id)];
  return giving && taking ? ok({ from: giving, to: taking }) : refuse("not-found");
}

/** In order of ids, as everywhere, against deadlocks. */
async function lockInOrder(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Person>> {
  const people = new Map<string, Person>();
  for (const id of [...ids].sort()) {
    const person = await tx.people.lock(id);
    if (person) people.set(id, person);
  }
  return people;
}
