// Searches for smallest sets one after the other, in slices, so that other requests are served in between.
import { setImmediate } from "node:timers/promises";
import type { Day } from "@/lib/domain/base/day";
import { posed } from "@/lib/domain/history/scenarios/smallest-sets/posed";
import {
  findingSets,
  MOST_SEARCH_STEPS,
  MOST_SETS,
} from "@/lib/domain/history/scenarios/smallest-sets/smallest-sets";
import type { SetsQuestion, SmallestSets } from "@/lib/domain/history/scenarios/smallest-sets/target";
import type { UnitOf } from "@/lib/domain/pledge/same-as";
import type { Snapshot } from "@/lib/domain/history/snapshot";

/** About two milliseconds' work. */
const SLICE = 10_000;
/** A machine that isn't overloaded finishes the allowed steps sooner. */
const PATIENCE_MS = 10_000;

/** The register that is searched, on a day. */
export interface KnownRegister {
  snapshot: Snapshot;
  on: Day;
  unitOf: UnitOf;
}

let last: Promise<unknown> = Promise.resolve();

export function searched(question: SetsQuestion, register: KnownRegister): Promise<SmallestSets> {
  const mine = last.then(() => inSlices(question, register));
  last = mine.catch(() => undefined);
  return mine;
}

async function inSlices(
  question: SetsQuestion,
  { snapshot, on, unitOf }: KnownRegister,
): Promise<SmallestSets> {
  const bounds = { steps: MOST_SEARCH_STEPS, sets: MOST_SETS };
  const finding = findingSets(posed(question, snapshot, on, unitOf), bounds);
  const begun = performance.now();
  for (let paused = 0; ;) {
    const { done, value } = finding.next();
    if (done) return value;
    if (value - paused < SLICE) continue;
    paused = value;
    await setImmediate();
    if (performance.now() - begun > PATIENCE_MS) bounds.steps = 0;
  }
}
