// How a desk is handed over: who may offer it, who has to agree, and when it is made.
import { mayDecide, mayReadPeople, type Actor } from "./actor";
import type { Instant } from "../base/day";
import type { Person } from "./person";
import { invalid, refuse } from "../base/refusal";
import { ok, type Result } from "../base/result";

export const HANDOVER_STATES = ["OFFERED", "ACCEPTED", "MADE", "DECLINED", "REFUSED", "WITHDRAWN"] as const;
export type HandoverState = (typeof HANDOVER_STATES)[number];

export const HANDOVER_ACTS = ["offer", "accept", "decline", "approve", "refuse", "withdraw"] as const;
export type HandoverAct = (typeof HANDOVER_ACTS)[number];
export type HandoverAnswer = Exclude<HandoverAct, "offer">;

export interface HandoverEntry {
  does: HandoverAct;
  note: string | null;
  /** Id of who did it. */
  by: string;
  at: Instant;
}

/** All or part of a desk, given from one officer to another. Owned pledges move with it. */
export interface Handover {
  id: string;
  fromId: string;
  toId: string;
  participants: string[];
  note: string;
  /** How many pledges changed owner with it; 0 until it is made. */
  pledges: number;
  /** With sealed numbers, in order; each is one version. Null: without, and made at once. */
  entries: HandoverEntry[] | null;
  version: number;
  createdAt: Instant;
}

export interface KnownHandover extends Handover {
  from: { name: string; email: string };
  to: { name: string; email: string };
  /** Names of those who acted, in the order of the entries. */
  actors: string[];
}

/** All owners change in the same transaction, with an event for each pledge: hence a limit. */
export const LARGEST_HANDOVER = 2_000;

/** Officers hand over their own desk, administrators any. */
export const mayHandOver = (actor: Actor, from: Pick<Person, "id">): boolean =>
  actor.role === "ADMIN" || (actor.role === "OFFICER" && actor.id === from.id);

/** Readers of accounts see all, managers those that they decide on or have decided on, others their own. */
export const seesHandovers = (actor: Actor): "all" | "agreed" | "own" =>
  mayReadPeople(actor) ? "all" : mayDecide(actor) ? "agreed" : "own";

export function handedOver(
  from: Person,
  to: Person,
  participants: readonly string[],
): Result<{ from: Person; to: Person }> {
  if (from.id === to.id) return invalid({ path: "to", code: "same-person" });
  if (to.role !== "OFFICER" || to.disabledAt !== null) return invalid({ path: "to", code: "not-an-officer" });
  const strangers = participants.flatMap((code, index) =>
    from.desk.includes(code) ? [] : [{ path: `participants.${index}`, code: "not-on-desk" }],
  );
  if (strangers.length > 0) return invalid(...strangers);
  return ok({
    from: { ...from, desk: from.desk.filter((code) => !participants.includes(code)) },
    to: { ...to, desk: [...new Set([...to.desk, ...participants])].sort() },
  });
}

const STATE_AFTER: Record<HandoverAct, HandoverState> = {
  offer: "OFFERED",
  accept: "ACCEPTED",
  decline: "DECLINED",
  approve: "MADE",
  refuse: "REFUSED",
  withdraw: "WITHDRAWN",
};

export const handoverState = ({ entries }: Pick<Handover, "entries">): HandoverState => {
  const last = entries?.at(-1);
  return last ? STATE_AFTER[last.does] : "MADE";
};

const ANSWERABLE: Record<HandoverAnswer, readonly HandoverState[]> = {
  accept: ["OFFERED"],
  decline: ["OFFERED", "ACCEPTED"],
  approve: ["ACCEPTED"],
  refuse: ["ACCEPTED"],
  withdraw: ["OFFERED", "ACCEPTED"],
};

type WhyNotAnswer = "role" | "own-proposal" | "held-back" | "no-such-step";

/** The taker answers, a manager with no part in it decides, and those who may offer it can take it back. */
function mayAnswer(actor: Actor, handover: Handover, does: HandoverAnswer): WhyNotAnswer | null {
  if (does === "accept" || does === "decline")
    return actor.id === handover.toId && actor.role === "OFFICER" ? null : "role";
  if (does === "withdraw") return mayHandOver(actor, { id: handover.fromId }) ? null : "role";
  if (!mayDecide(actor)) return "role";
  if (actor.heldUntil) return "held-back";
  const parties = [handover.fromId, handover.toId, handover.entries?.[0]?.by];
  return parties.includes(actor.id) ? "own-proposal" : null;
}

/** What the actor may do about it now: for buttons and for the command. */
export const handoverAnswers = (actor: Actor, handover: Handover): HandoverAnswer[] =>
  (Object.keys(ANSWERABLE) as HandoverAnswer[]).filter(
    (does) => answerHandover(actor, handover, does) === null,
  );

/** Null: the actor may. */
export function answerHandover(actor: Actor, handover: Handover, does: HandoverAnswer): WhyNotAnswer | null {
  if (handover.entries === null)
    return mayDecide(actor) || mayHandOver(actor, { id: handover.fromId }) ? "no-such-step" : "role";
  const isTooLate = !ANSWERABLE[does].includes(handoverState(handover));
  return mayAnswer(actor, handover, does) ?? (isTooLate ? "no-such-step" : null);
}

/** A refusal needs a reason: without one, neither the giver nor the taker knows what to do. */
export const withHandoverEntry = (
  handover: Handover,
  { does, note, by, at }: HandoverEntry,
): Result<Handover> =>
  (does === "decline" || does === "refuse") && note === null
    ? refuse("reason-missing")
    : ok({ ...handover, entries: [...(handover.entries ?? []), { does, note, by, at }] });
