// Pledges and what they wait for, leaving out what is only our reading.
import { withoutInferred, type Condition } from "../pledge/condition";

/** With our reading of conditions, or only what participants and others have said. */
export type Reading = "with" | "without";

export const waitingAsRead = <Waiting extends { condition: Condition }>(
  pledges: readonly Waiting[],
  inferred: Reading,
): readonly Waiting[] => (inferred === "without" ? waitingWithoutInferred(pledges) : pledges);

/** Pledges that then wait for nothing are left out. Equal conditions stay one shared object. */
export function waitingWithoutInferred<Waiting extends { condition: Condition }>(
  pledges: readonly Waiting[],
): Waiting[] {
  const known = new Map<Condition, Condition | null>();
  return pledges.flatMap((pledge) => {
    const { condition } = pledge;
    const left = known.get(condition) ?? (known.has(condition) ? null : withoutInferred(condition));
    known.set(condition, left);
    return left === null ? [] : { ...pledge, condition: left };
  });
}
