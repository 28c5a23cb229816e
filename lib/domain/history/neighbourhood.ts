// The part of a snapshot, and of the steps after it, on which one place depends, so that nothing else has to be examined.
import { groupedBy, groupedByEach } from "../base/listing";
import { leavesOf, type Condition } from "../pledge/condition";
import type { Limit } from "../pledge/measure";
import type { Pledge } from "../pledge/pledge";
import type { Offer } from "../requirements/offer";
import type { SnapshotType } from "./record-from-log";
import { snapshotAfter, type RecordVersion, type Snapshot } from "./snapshot";
import { snapshotPositionOf } from "./snapshot-items";

export interface Neighbourhood<S> {
  snapshot: Snapshot;
  /** In order: those after which the place may be another. */
  steps: S[];
}

/**
 * `place`: reference of a pledge, or a cell. `sharesLimits`: it depends on all pledges under the same limits. The steps
 * may add dependencies: a place depends on all that any version of its pledges waits for, directly or not.
 */
export function neighbourhoods<S extends RecordVersion>(
  from: Snapshot,
  steps: readonly S[],
): (place: string, sharesLimits: boolean) => Neighbourhood<S> {
  const placed = PLACED.flatMap((type) => [...from[type]].map(([id, record]) => ({ type, id, record })));
  const reachedFrom = reachedIn([...placed, ...steps]);
  const [records, stepsBy] = [byName(placed), byName(steps)];
  // Steps of sources change no item, but pledges are read with the sources that they name.
  const { source } = snapshotAfter(
    from,
    steps.filter(({ type }) => type === "source"),
  );
  return (place, sharesLimits) => {
    const names = reachedFrom(place, sharesLimits);
    const near = records(names);
    const kept = (wanted: SnapshotType) =>
      new Map(near.flatMap(({ type, id, record }) => (type === wanted ? [[id, record] as const] : [])));
    const part = Object.fromEntries(PLACED.map((type) => [type, kept(type)]));
    return { snapshot: { ...from, source, ...part }, steps: stepsBy(names) };
  };
}

const PLACED = [
  "pledge",
  "approval",
  "proposal",
  "ruling",
  "delivery",
  "offer",
] as const satisfies SnapshotType[];

interface Version {
  type: SnapshotType;
  record: unknown;
}

type Placed = Pick<Pledge, "participant" | "priority"> & Partial<Pick<Pledge, "jointWith">>;

/** The cells where it is a position, or would be if all confirmed it. Older records name nobody. */
const cellsNamedIn = ({ participant, priority, jointWith = [] }: Placed): string[] =>
  [participant, ...jointWith.map((link) => link.participant)].map((code) =>
    snapshotPositionOf(code, priority),
  );

type PledgeVersion = Placed & {
  reference: string;
  condition?: Condition | null;
  supersededBy?: string | null;
};

/**
 * The names on which a place depends: pledges, with all that they wait for, directly or not, the approvals that serve
 * them or ever did, the requirements for which they are offered, triggers, and participants.
 */
function reachedIn(versions: readonly Version[]): (place: string, sharesLimits: boolean) => Set<string> {
  const of = <T>(wanted: SnapshotType) =>
    versions.flatMap(({ type, record }) => (type === wanted ? [record as T] : []));
  const inPlace = groupedByEach(of<PledgeVersion>("pledge"), (one) => [one.reference, ...cellsNamedIn(one)]);
  const serving = groupedByEach(of<ApprovalVersion>("approval"), ({ serves }) => serves);
  const offered = groupedBy(of<Pick<Offer, "pledge" | "requirement">>("offer"), ({ pledge }) => pledge);
  return (place, sharesLimits) => {
    const [participant = ""] = place.split("-");
    const near = new Set([participant]);
    const queue = (inPlace.get(place) ?? []).map(({ reference }) => reference);
    for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
      if (near.has(name)) continue;
      near.add(name);
      for (const { id } of serving.get(name) ?? []) near.add(id);
      for (const { requirement } of offered.get(name) ?? []) near.add(requirement);
      for (const { participant: by, condition = null, supersededBy = null } of inPlace.get(name) ?? []) {
        near.add(by);
        if (supersededBy !== null) queue.push(supersededBy);
        for (const leaf of leavesOf(condition)) {
          if ("pledge" in leaf) queue.push(leaf.pledge);
          else near.add("approval" in leaf ? leaf.approval : leaf.trigger);
        }
      }
    }
    const limiting = sharesLimits ? (serving.get(place) ?? []) : [];
    for (const { limits = null, serves } of limiting)
      if (limits !== null) for (const reference of serves) near.add(reference);
    return near;
  };
}

interface ApprovalVersion {
  id: string;
  serves: readonly string[];
  limits?: readonly Limit[] | null;
}

/** Finds those with one of these names, or that concern every place, in their order. */
function byName<T extends Version>(all: readonly T[]): (names: Iterable<string>) => T[] {
  const numbers = groupedByEach([...all.keys()], (at) => {
    const one = all[at];
    return one ? (namesOf(one) ?? [EVERYWHERE]) : [];
  });
  return (names) => {
    const found = new Set([EVERYWHERE, ...names].flatMap((name) => numbers.get(name) ?? []));
    return [...found].sort((a, b) => a - b).flatMap((at) => all[at] ?? []);
  };
}

const EVERYWHERE = "*";

/** Null: it concerns every place. */
function namesOf({ type, record }: Version): string[] | null {
  const fields = record as Readonly<Record<string, unknown>>;
  switch (type) {
    case "pledge":
      return [String(fields.reference)];
    case "approval":
      return [String(fields.id), ...(fields.serves as string[])];
    case "proposal":
      return fields.concerns as string[];
    case "ruling":
    case "delivery":
    case "offer":
      return [String(fields.pledge)];
    case "requirement":
      return [String(fields.reference)];
    case "trigger":
    case "participant":
      return [String(fields.code)];
    case "person":
    case "source":
    case "question":
      return [];
    default:
      return null;
  }
}
