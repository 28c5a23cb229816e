// Queries pass everything that may contain sealed numbers through here: each value is shown as this person
// may see it, by its participant. Code that reads a snapshot calls it as well.
import type { Actor } from "@/lib/domain/people/actor";
import { commitmentsIn, hiddenIn, mayKnowSealed, shownWith } from "@/lib/domain/pledge/sealed";
import { appendAccess } from "../../log/access/note";
import { selectSealed } from "../../statements/sealed-numbers";
import { outside } from "../../sql/ask";

export async function shownTo<T extends { participant: string }>(
  actor: Actor,
  values: readonly T[],
): Promise<T[]> {
  if (commitmentsIn(values).length === 0) return [...values];
  const known = values.filter(({ participant }) => mayKnowSealed(actor, participant));
  const numbers = await selectSealed(outside, commitmentsIn(known));
  if (numbers.size > 0) await noteReading(actor, known);
  return values.map((value) =>
    mayKnowSealed(actor, value.participant) ? shownWith(value, numbers) : hiddenIn(value),
  );
}

/** Called before anything is shown: a reading that can't be noted isn't allowed. */
async function noteReading(actor: Actor, known: readonly { participant: string }[]): Promise<void> {
  const { id: personId, session, request } = actor;
  const held = known.filter((value) => commitmentsIn(value).length > 0);
  const path = [...new Set(held.map(({ participant }) => participant))].sort().join(", ");
  const nothing = { code: null, account: null, address: "", method: null };
  await appendAccess([{ ...nothing, kind: "SEALED_READ", personId, session, request, path, count: 1 }]);
}

/** The same for a value that doesn't contain its participant. */
export async function shownOf<T>(actor: Actor, participant: string, value: T): Promise<T> {
  const [shown] = await shownTo(actor, [{ participant, value }]);
  return shown ? shown.value : hiddenIn(value);
}
