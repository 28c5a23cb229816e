import "server-only";
import { type Actor, mayReadRegister } from "@/lib/domain/people/actor";
import { dayOf, type Day } from "@/lib/domain/base/day";
import { leavesOf } from "@/lib/domain/pledge/condition";
import type { CycleDetails } from "@/lib/domain/conditions/cycle-details";
import {
  cyclesAmong,
  edgesWithin,
  isDeadlockAsSaid,
  openersOf,
  type Cycle,
} from "@/lib/domain/conditions/deadlock";
import { dormantIn, factsBy, truthIn, type LeafFacts } from "@/lib/domain/conditions/leaf-facts";
import { factsOn } from "@/lib/domain/conditions/through-time";
import { isPast, type NowOrAsOf } from "@/lib/domain/base/as-of";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { factsFor } from "@/lib/domain/history/snapshot-index";
import { conditionEvidenceIn, waitingIn } from "@/lib/domain/history/snapshot-waiting";
import { findPast, type Past } from "@/lib/db/past/snapshot";
import { findSettings } from "@/lib/db/queries/log/settings";
import {
  findConditionEvidence,
  findFactsFor,
  findWaitingForPledges,
  type FoundWaiting,
} from "@/lib/db/queries/conditions/waiting";
import { rememberedUntilChange } from "@/lib/db/queries/remembered";

/** Limits: cycles listed; of each cycle, pieces of evidence and pledges. */
const MOST_CYCLES = 100;
const MOST_PIECES = 20;
const MOST_PLEDGES = 100;

export interface CyclePage {
  items: CycleDetails[];
  total: number;
}

/** Deadlocks first; within each group the youngest first. */
export async function loadCycles(actor: Actor, at: NowOrAsOf): Promise<Result<CyclePage>> {
  if (!mayReadRegister(actor)) return refuse("role");
  return ok(
    isPast(at)
      ? await cyclesThen(await findPast(at))
      : await cyclesOn(dayOf(at, (await findSettings()).timeZone)),
  );
}

const cyclesOn = (day: Day): Promise<CyclePage> =>
  rememberedUntilChange(`cycles ${day}`, async () => {
    const waiting = await findWaitingForPledges();
    return cyclesOf(waiting, factsOn(await findFactsFor(waiting), day), findConditionEvidence);
  });

async function cyclesThen({ world, day }: Past): Promise<CyclePage> {
  const waiting = waitingIn(world).filter(({ condition }) =>
    leavesOf(condition).some((leaf) => "pledge" in leaf),
  );
  const facts = factsFor(world, { all: waiting.map(({ condition }) => condition) });
  const evidence = async (references: readonly string[]) => conditionEvidenceIn(world, references);
  return cyclesOf(waiting, factsOn(facts, day), evidence);
}

async function cyclesOf(
  waiting: readonly FoundWaiting[],
  facts: LeafFacts,
  findEvidence: typeof findConditionEvidence,
): Promise<CyclePage> {
  const truthOf = truthIn(facts, null);
  const isDormant = dormantIn(facts);
  const cycles = cyclesAmong(waiting, truthOf).sort(byWeight);
  const told = cycles.slice(0, MOST_CYCLES);
  const evidence = await findEvidence(told.flatMap(({ pledges }) => pledges.slice(0, MOST_PLEDGES)));
  const named = factsBy(facts);
  return {
    total: cycles.length,
    items: told.map((cycle) => {
      const edges = edgesWithin(cycle, waiting);
      const openers = openersOf(cycle, waiting, truthOf).filter((leaf) => !isDormant(leaf));
      const ends = edges.map(({ to: pledge, atLeast }) => ({ pledge, atLeast }));
      return {
        ...cycle,
        isDeadlockAsSaid: cycle.isDeadlock && isDeadlockAsSaid(cycle, waiting, truthOf),
        edges,
        openers,
        evidence: evidence.filter(({ pledge }) => cycle.pledges.includes(pledge)).slice(0, MOST_PIECES),
        facts: named({ all: [...ends, ...openers] }),
      };
    }),
  };
}

const byWeight = (a: Cycle, b: Cycle): number =>
  Number(b.isDeadlock) - Number(a.isDeadlock) || (a.since < b.since ? 1 : a.since > b.since ? -1 : 0);
