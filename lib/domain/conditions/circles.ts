// Pledges whose conditions lead to one another: the strongly connected components of who waits for whom.
import { leavesOf, type Condition } from "../pledge/condition";

interface Waits {
  reference: string;
  condition: Condition;
}

/** Components that contain a cycle: of several pledges, or of one that waits for itself. */
export const circlesAmong = <Waiting extends Waits>(pledges: readonly Waiting[]): Waiting[][] =>
  runSteps(circleSteps(pledges));

/** The same in small steps, between which other work can run. */
export function* circleSteps<Waiting extends Waits>(
  pledges: readonly Waiting[],
): Generator<void, Waiting[][]> {
  const byReference = new Map(pledges.map((one) => [one.reference, one]));
  const circles = yield* componentSteps(byReference);
  return circles.map((members) => members.flatMap((reference) => byReference.get(reference) ?? []));
}

/** For callers that hold up no other work. */
export function runSteps<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const edgesFrom = (pledge: Waits | undefined): string[] =>
  leavesOf(pledge?.condition ?? null).flatMap((leaf) => ("pledge" in leaf ? [leaf.pledge] : []));

/** Tarjan's, without recursion: a chain of conditions may be as long as the register. */
function* componentSteps(byReference: ReadonlyMap<string, Waits>): Generator<void, string[][]> {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stacked = new Set<string>();
  const stack: string[] = [];
  const components: string[][] = [];
  const enter = (reference: string): { reference: string; edges: string[]; next: number } => {
    index.set(reference, index.size);
    low.set(reference, index.size - 1);
    stack.push(reference);
    stacked.add(reference);
    const edges = edgesFrom(byReference.get(reference)).filter((to) => byReference.has(to));
    return { reference, edges, next: 0 };
  };
  const lower = (reference: string, to: number): void =>
    void low.set(reference, Math.min(low.get(reference) ?? to, to));
  for (const root of byReference.keys()) {
    if (index.has(root)) continue;
    const path = [enter(root)];
    for (let here = path.at(-1); here !== undefined; here = path.at(-1)) {
      yield;
      const to = here.edges[here.next];
      here.next += 1;
      if (to !== undefined) {
        if (!index.has(to)) path.push(enter(to));
        else if (stacked.has(to)) lower(here.reference, index.get(to) ?? 0);
        continue;
      }
      path.pop();
      const above = path.at(-1);
      if (above) lower(above.reference, low.get(here.reference) ?? 0);
      if (low.get(here.reference) === index.get(here.reference)) {
        const members = stack.splice(stack.lastIndexOf(here.reference));
        for (const member of members) stacked.delete(member);
        if (members.length > 1 || here.edges.includes(here.reference)) components.push(members);
      }
    }
  }
  return components;
}
