// What waits for what, now or as of a moment. Everything derived from it is computed once per state and day.
import "server-only";
import { dayOf, type Day } from "@/lib/domain/base/day";
import { isPast, type NowOrAsOf } from "@/lib/domain/base/as-of";
import type { Leaf } from "@/lib/domain/pledge/condition";
import { cycleSteps, type Cycle } from "@/lib/domain/conditions/deadlock";
import { keystoneSteps, type Keystone, type KeystoneContext } from "@/lib/domain/conditions/keystone";
import { dormantIn, factsBy, truthIn, type LeafFacts } from "@/lib/domain/conditions/leaf-facts";
import { factsOn } from "@/lib/domain/conditions/through-time";
import { waitingAsRead, type Reading } from "@/lib/domain/conditions/without-inferred";
import { factsFor } from "@/lib/domain/history/snapshot-index";
import { waitingIn } from "@/lib/domain/history/snapshot-waiting";
import { findPast } from "@/lib/db/past/snapshot";
import { findSettings } from "@/lib/db/queries/log/settings";
import type { FoundWaiting } from "@/lib/db/queries/conditions/waiting";
import { findWaitingRegister, type WaitingRegister } from "@/lib/db/queries/conditions/waiting-register";
import { onceInTurns } from "@/lib/platform/in-turns";

export interface KnownWaiting {
  pledges: readonly FoundWaiting[];
  byReference: ReadonlyMap<string, FoundWaiting>;
  factsOf: (leaves: readonly Leaf[]) => LeafFacts;
  context: KeystoneContext;
}

/** The same object as long as nothing of it has changed. */
export async function waitingAt(at: NowOrAsOf, inferred: Reading): Promise<KnownWaiting> {
  if (!isPast(at)) {
    const [register, { timeZone }] = await Promise.all([findWaitingRegister(), findSettings()]);
    return knownOf(register, dayOf(at, timeZone), inferred, () => register);
  }
  const { snapshot, day } = await findPast(at);
  return knownOf(snapshot, day, inferred, () => {
    const pledges = waitingIn(snapshot);
    return { pledges, facts: factsFor(snapshot, { all: pledges.map(({ condition }) => condition) }) };
  });
}

export const keystonesIn: (known: KnownWaiting) => Promise<readonly Keystone[]> = onceInTurns(
  ({ pledges, context }: KnownWaiting) => keystoneSteps(pledges, context),
);

export const cyclesIn: (known: KnownWaiting) => Promise<readonly Cycle[]> = onceInTurns(
  ({ pledges, context }: KnownWaiting) => cycleSteps(pledges, context.truthOf),
);

/** For each state, only the last requested day is kept. */
const knownBy = {
  with: new WeakMap<object, KnownWaiting & { day: Day }>(),
  without: new WeakMap<object, KnownWaiting & { day: Day }>(),
};

function knownOf(state: object, day: Day, inferred: Reading, read: () => WaitingRegister): KnownWaiting {
  const kept = knownBy[inferred].get(state);
  if (kept?.day === day) return kept;
  const { pledges: all, facts: written } = read();
  const pledges = waitingAsRead(all, inferred);
  const facts = factsOn(written, day);
  const named = factsBy(facts);
  const known = {
    day,
    pledges,
    byReference: new Map(pledges.map((pledge) => [pledge.reference, pledge])),
    factsOf: (leaves: readonly Leaf[]) => named({ all: [...leaves] }),
    context: { truthOf: truthIn(facts, null), isDormant: dormantIn(facts) },
  };
  knownBy[inferred].set(state, known);
  return known;
}
