import type { Actor } from "./actor";
import type { Instant } from "../base/day";
import type { Person } from "./person";
import { invalid } from "../base/refusal";
import { ok, type Result } from "../base/result";

/** All or part of a desk, given from one officer to another. Owned pledges move with it. */
export interface Handover {
  id: string;
  fromId: string;
  toId: string;
  participants: string[];
  note: string;
  /** How many pledges changed owner with it. */
  pledges: number;
  version: number;
  createdAt: Instant;
}

export interface KnownHandover extends Handover {
  from: { name: string; email: string };
  to: { name: string; email: string };
}

/** All owners change in the same transaction, with an event for each pledge: hence a limit. */
export const LARGEST_HANDOVER = 2_000;

/** Officers hand over their own desk, administrators any. */
export const mayHandOver = (actor: Actor, from: Pick<Person, "id">): boolean =>
  actor.role === "ADMIN" || (actor.role === "OFFICER" && actor.id === from.id);

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
