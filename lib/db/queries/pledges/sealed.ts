// Data that may hold sealed numbers leaves lib/db through here: each piece as this person may see it, by its
// participant.
import type { Actor } from "@/lib/domain/people/actor";
import { commitmentsIn, hiddenIn, mayKnowSealed, shownWith } from "@/lib/domain/pledge/sealed";
import { pool } from "../../client";
import { selectSealed } from "../../statements/sealed-numbers";

export async function shownTo<T extends { participant: string }>(
  actor: Actor,
  values: readonly T[],
): Promise<T[]> {
  if (commitmentsIn(values).length === 0) return [...values];
  const known = values.filter(({ participant }) => mayKnowSealed(actor, participant));
  const numbers = await selectSealed(pool(), commitmentsIn(known));
  return values.map((value) =>
    mayKnowSealed(actor, value.participant) ? shownWith(value, numbers) : hiddenIn(value),
  );
}

/** The same for a value that doesn't contain its participant. */
export async function shownOf<T>(actor: Actor, participant: string, value: T): Promise<T> {
  const [shown] = await shownTo(actor, [{ participant, value }]);
  return shown ? shown.value : hiddenIn(value);
}
