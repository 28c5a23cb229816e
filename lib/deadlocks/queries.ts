import "server-only";
import type { Actor } from "@/lib/domain/actor";
import type { CycleSheet } from "@/lib/domain/cycle-sheet";
import { cyclesAmong, edgesWithin, openersOf, type Cycle } from "@/lib/domain/deadlock";
import type { Instant } from "@/lib/domain/day";
import { dormantIn, factsBy, truthIn } from "@/lib/domain/leaf-facts";
import { refuse } from "@/lib/domain/refusal";
import { ok, type Result } from "@/lib/domain/result";
import { findConditionEvidence, findFactsFor, findWaitingForPledges } from "@/lib/db/read/waiting";
import { rememberedUntilChange } from "@/lib/db/read/remembered";
import { reachesRegister } from "@/lib/db/reach";

/** So many are told; and of each cycle so many pieces of evidence, and so many pledges. */
const MOST_CYCLES = 100;
const MOST_PIECES = 20;
const MOST_PLEDGES = 100;

export interface Cycles {
  items: CycleSheet[];
  total: number;
}

/** Every cycle of conditions, deadlocks first, the youngest of each first. */
export async function loadCycles(actor: Actor, _at: Instant): Promise<Result<Cycles>> {
  return reachesRegister(actor) ? ok(await rememberedUntilChange("cycles", findCycles)) : refuse("role");
}

async function findCycles(): Promise<Cycles> {
  const waiting = await findWaitingForPledges();
  const facts = await findFactsFor(waiting);
  const truthOf = truthIn(facts);
  const isDormant = dormantIn(facts);
  const cycles = cyclesAmong(waiting, truthOf).sort(byWeight);
  const told = cycles.slice(0, MOST_CYCLES);
  const evidence = await findConditionEvidence(told.flatMap(({ pledges }) => pledges.slice(0, MOST_PLEDGES)));
  const named = factsBy(facts);
  return {
    total: cycles.length,
    items: told.map((cycle) => {
      const edges = edgesWithin(cycle, waiting);
      const openers = openersOf(cycle, waiting, truthOf).filter((leaf) => !isDormant(leaf));
      const ends = edges.map(({ to: pledge, atLeast }) => ({ pledge, atLeast }));
      return {
        ...cycle,
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
