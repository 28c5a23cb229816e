import "server-only";
import { type Actor, mayReadRegister } from "@/lib/domain/people/actor";
import type { CycleDetails } from "@/lib/domain/conditions/cycle-details";
import { edgesWithin, isDeadlockAsStated, openersOf, type Cycle } from "@/lib/domain/conditions/deadlock";
import { isPast, type NowOrAsOf } from "@/lib/domain/base/as-of";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { conditionEvidenceIn } from "@/lib/domain/history/snapshot-waiting";
import { findPast } from "@/lib/db/past/snapshot";
import { todayAt } from "@/lib/db/queries/log/settings";
import { findConditionEvidence } from "@/lib/db/queries/conditions/waiting";
import { rememberedUntilChange } from "@/lib/db/queries/remembered";
import { cyclesIn, waitingAt } from "../waiting/queries";

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
  if (!isPast(at)) {
    const day = await todayAt(at);
    return ok(await rememberedUntilChange(`cycles ${day}`, () => cyclesAt(at, findConditionEvidence)));
  }
  const { snapshot } = await findPast(at);
  return ok(await cyclesAt(at, async (references) => conditionEvidenceIn(snapshot, references)));
}

async function cyclesAt(at: NowOrAsOf, findEvidence: typeof findConditionEvidence): Promise<CyclePage> {
  const known = await waitingAt(at, "with");
  const { truthOf, isDormant } = known.context;
  const cycles = (await cyclesIn(known)).toSorted(byWeight);
  const shown = cycles.slice(0, MOST_CYCLES);
  const evidence = await findEvidence(shown.flatMap(({ pledges }) => pledges.slice(0, MOST_PLEDGES)));
  return {
    total: cycles.length,
    items: shown.map((cycle) => {
      const waiting = cycle.pledges.flatMap((reference) => known.byReference.get(reference) ?? []);
      const edges = edgesWithin(cycle, waiting);
      const openers = openersOf(cycle, waiting, truthOf).filter((leaf) => !isDormant(leaf));
      const ends = edges.map(({ to: pledge, atLeast }) => ({ pledge, atLeast }));
      return {
        ...cycle,
        isDeadlockAsStated: cycle.isDeadlock && isDeadlockAsStated(cycle, waiting, truthOf),
        edges,
        openers,
        evidence: evidence.filter(({ pledge }) => cycle.pledges.includes(pledge)).slice(0, MOST_PIECES),
        facts: known.factsOf([...ends, ...openers]),
      };
    }),
  };
}

const byWeight = (a: Cycle, b: Cycle): number =>
  Number(b.isDeadlock) - Number(a.isDeadlock) || (a.since < b.since ? 1 : a.since > b.since ? -1 : 0);
