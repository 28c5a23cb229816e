// The part of a snapshot that some places may depend on, so that nothing else has to be examined.
import type { Approval } from "../pledge/approval";
import { leavesOf, type Condition } from "../pledge/condition";
import type { Pledge } from "../pledge/pledge";
import type { SnapshotType } from "./record-from-log";
import type { RecordVersion, Snapshot } from "./snapshot";
import { snapshotPositionOf } from "./snapshot-items";

/** The steps may add dependencies. */
export function neighbourhood<S extends RecordVersion>(
  world: Snapshot,
  steps: readonly S[],
  { places, limited }: NearTo,
): { world: Snapshot; steps: S[] } {
  const near = reached(versionsOf(world, steps), places);
  for (const reference of underOneLimit(world, steps, limited)) near.add(reference);
  const isNear = (type: SnapshotType, record: Members): boolean => {
    const names = namesOf(type, record);
    return names === null || names.some((name) => near.has(name));
  };
  const kept = <R>(type: SnapshotType, records: ReadonlyMap<string, R>): ReadonlyMap<string, R> =>
    new Map([...records].filter(([, record]) => isNear(type, record as Members)));
  return {
    world: {
      ...world,
      pledge: kept("pledge", world.pledge),
      approval: kept("approval", world.approval),
      proposal: kept("proposal", world.proposal),
      ruling: kept("ruling", world.ruling),
      delivery: kept("delivery", world.delivery),
      offer: kept("offer", world.offer),
    },
    steps: steps.filter(({ type, record }) => isNear(type, record as Members)),
  };
}

interface NearTo {
  /** References of pledges, or cells. */
  places: readonly string[];
  /** Those of these pledges that depend on all pledges under the same limits. */
  limited: ReadonlySet<string>;
}

type Members = Readonly<Record<string, unknown>>;

/** Every pledge at the start and after each step, by reference. */
function versionsOf(world: Snapshot, steps: readonly RecordVersion[]): Map<string, Version[]> {
  const versions = new Map<string, Version[]>();
  const add = (pledge: Version): void =>
    void versions.set(pledge.reference, [...(versions.get(pledge.reference) ?? []), pledge]);
  for (const pledge of world.pledge.values()) add(pledge);
  for (const { type, record } of steps) if (type === "pledge") add(record as unknown as Version);
  return versions;
}

type Placed = Pick<Pledge, "participant" | "priority"> & Partial<Pick<Pledge, "jointWith">>;

/** The cells where it is a position, or would be if all confirmed it. Older records name nobody. */
export const cellsNamedIn = ({ participant, priority, jointWith = [] }: Placed): string[] =>
  [participant, ...jointWith.map((link) => link.participant)].map((code) =>
    snapshotPositionOf(code, priority),
  );

type Version = Placed & {
  reference: string;
  condition?: Condition | null;
  supersededBy?: string | null;
};

/** Names of the pledges and approvals in these places, and of all they wait for, directly or not. */
function reached(versions: ReadonlyMap<string, readonly Version[]>, places: readonly string[]): Set<string> {
  const wanted = new Set(places);
  const near = new Set<string>();
  const queue = [...versions.values()]
    .flat()
    .flatMap((version) =>
      [version.reference, ...cellsNamedIn(version)].some((place) => wanted.has(place))
        ? [version.reference]
        : [],
    );
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (near.has(name)) continue;
    near.add(name);
    for (const { condition = null, supersededBy = null } of versions.get(name) ?? []) {
      if (supersededBy !== null) queue.push(supersededBy);
      for (const leaf of leavesOf(condition)) {
        if ("pledge" in leaf) queue.push(leaf.pledge);
        else if ("approval" in leaf) near.add(leaf.approval);
      }
    }
  }
  return near;
}

/** The pledges that an approval with limits serves together with one of these. */
function underOneLimit(
  world: Snapshot,
  steps: readonly RecordVersion[],
  limited: ReadonlySet<string>,
): string[] {
  if (limited.size === 0) return [];
  const told = steps.flatMap(({ type, record }) =>
    type === "approval" ? [record as unknown as Pick<Approval, "serves"> & Partial<Approval>] : [],
  );
  return [...world.approval.values(), ...told]
    .filter(({ limits = null, serves }) => limits !== null && serves.some((one) => limited.has(one)))
    .flatMap(({ serves }) => serves);
}

/** The names that make a record part of a neighbourhood; null: it always is, because it has no place. */
function namesOf(type: SnapshotType, record: Members): string[] | null {
  switch (type) {
    case "pledge":
      return [String(record.reference)];
    case "approval":
      return [String(record.id), ...(record.serves as string[])];
    case "proposal":
      return record.concerns as string[];
    case "ruling":
    case "delivery":
    case "offer":
      return [String(record.pledge)];
    default:
      return null;
  }
}
