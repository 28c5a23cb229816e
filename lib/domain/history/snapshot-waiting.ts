import { compareTexts } from "../base/listing";
import { leavesOf, type Condition, type Leaf } from "../pledge/condition";
import type { Evidence } from "../pledge/evidence";
import { followed, followedLeaf } from "../conditions/successors";
import type { WaitingOn } from "../conditions/deadlock";
import type { WaitingPledge } from "../conditions/keystone";
import type { NamedPledge } from "../pledge/pledge";
import type { Trigger } from "../pledge/trigger";
import type { Snapshot } from "./snapshot";
import { indexOf } from "./snapshot-index";
import { isMeantBy, waits } from "./snapshot-pledges";

/**
 * Open pledges that wait for something, by reference; their conditions name the pledges of that day. Equal conditions
 * are one shared object.
 */
export function waitingIn(snapshot: Snapshot): (WaitingPledge & WaitingOn)[] {
  const made = known.get(snapshot) ?? found(snapshot);
  known.set(snapshot, made);
  return made;
}

const known = new WeakMap<Snapshot, (WaitingPledge & WaitingOn)[]>();

/** Those whose condition names the leaf, or a lower stage of the same pledge or of what replaced it. */
export function namingIn(snapshot: Snapshot, named: Leaf): (WaitingPledge & WaitingOn)[] {
  const latest = followedLeaf(named, indexOf(snapshot).replacedBy);
  return waitingIn(snapshot).filter(({ condition }) =>
    leavesOf(condition).some((leaf) => isMeantBy(latest, leaf)),
  );
}

/** Dormant ones first, each group in the order recorded. */
export const triggersIn = (snapshot: Snapshot): Trigger[] =>
  [...snapshot.trigger.values()].sort(
    (a, b) =>
      Number(a.waiting === "BLOCKING") - Number(b.waiting === "BLOCKING") ||
      compareTexts(a.createdAt, b.createdAt) ||
      compareTexts(a.code, b.code),
  );

/** Open pledges per trigger, by the trigger's code. */
export function namingTriggers(snapshot: Snapshot): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { condition } of waitingIn(snapshot)) {
    const codes = new Set(leavesOf(condition).flatMap((leaf) => ("trigger" in leaf ? [leaf.trigger] : [])));
    for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return counts;
}

/** Unretracted evidence on the conditions of these pledges, newest first. */
export const conditionEvidenceIn = (
  snapshot: Snapshot,
  references: readonly string[],
): (Evidence & { pledge: string })[] =>
  references
    .flatMap((reference) =>
      (indexOf(snapshot).pledges.get(reference)?.evidence ?? []).map((piece) => ({
        ...piece,
        pledge: reference,
      })),
    )
    .filter(({ field, retracted }) => field === "condition" && retracted === null)
    .sort((a, b) => (a.recordedAt < b.recordedAt ? 1 : -1));

export const namesInSnapshot = (
  snapshot: Snapshot,
  references: readonly string[],
): Map<string, NamedPledge> =>
  new Map(
    references.flatMap((name) => {
      const pledge = indexOf(snapshot).pledges.get(name);
      if (!pledge) return [];
      const { reference, title, stage } = pledge;
      return [[reference, { reference, title, stage }] as const];
    }),
  );

function found(snapshot: Snapshot): (WaitingPledge & WaitingOn)[] {
  const conditions = new Map<string, Condition>();
  const { replacedBy } = indexOf(snapshot);
  return [...snapshot.pledge.values()]
    .filter(waits)
    .sort((a, b) => compareTexts(a.reference, b.reference))
    .flatMap(({ reference, participant, priority, condition: own, conditionSetOn }) => {
      if (own === null || conditionSetOn === null) return [];
      const text = JSON.stringify(own);
      const condition = conditions.get(text) ?? followed(own, replacedBy);
      conditions.set(text, condition);
      return [{ reference, participant, priority, condition, conditionSetOn }];
    });
}
