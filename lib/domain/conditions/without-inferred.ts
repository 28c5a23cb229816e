// Pledges as they wait without what is only our reading.
import { withoutInferred, type Condition } from "../pledge/condition";

/** With our reading of conditions, or as participants and others have said alone. */
export type Reading = "with" | "without";

export const waitingAsRead = <Waiting extends { condition: Condition }>(
  pledges: readonly Waiting[],
  inferred: Reading,
): readonly Waiting[] => (inferred === "without" ? waitingWithoutInferred(pledges) : pledges);

/** Those that then wait for nothing are left out. Equal conditions stay one shared object. */
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
