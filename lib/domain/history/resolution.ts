// Finds the change that resolved each item. The events between two moments are applied one by one. After each, the
// places it touches are checked again.
import type { Role } from "../people/actor";
import type { Action } from "../base/audit";
import type { Day, Instant } from "../base/day";
import type { Pledge } from "../pledge/pledge";
import type { Priority } from "../base/priority";
import type { Stage } from "../pledge/stages";
import type { UnresolvedRow } from "../unresolved/summary";
import { dayOfSnapshot, snapshotAfter, type RecordVersion, type Snapshot } from "./snapshot";
import { cellsNamedIn, neighbourhood } from "./neighbourhood";
import { indexOf, sharingIn } from "./snapshot-index";
import { snapshotPositionOf, holding, itemKey, itemsOfCell, itemsOfPledge } from "./snapshot-items";

/** An event with its own details. */
export interface ResolutionStep extends RecordVersion {
  seq: number;
  at: Instant;
  action: Action;
  actor: { name: string; role: Role };
  reason: string | null;
}

export interface Resolution {
  seq: number;
  at: Instant;
  action: Action;
  actor: { name: string; role: Role };
  reason: string | null;
  /** What changed, where it isn't the pledge itself: a reference, an approval's body, a trigger's title. */
  about: string | null;
  /** For a pledge whose stage changed. */
  stage: { from: Stage | null; to: Stage } | null;
  /** It voided the pledge. */
  voided: boolean;
}

/**
 * For each item that holds in `from` and not after the steps: the step that ended it. None where it ended with the
 * day alone.
 */
export function resolutions(
  from: Snapshot,
  steps: readonly ResolutionStep[],
  resolved: readonly UnresolvedRow[],
): Map<string, Resolution> {
  const watched = groupedByPlace(resolved);
  // Only these pledges' items follow from others under the same limit: a mandate may serve many.
  const limited = new Set(
    resolved.filter(({ code }) => code === "APPROVED_LESS").flatMap(({ reference }) => reference ?? []),
  );
  const found = new Map<string, Resolution>();
  /** What each place's record gives, now or with time alone, since the last step that touched it. */
  const given = new Map<string, UnresolvedRow[]>();
  const near = neighbourhood(from, steps, { places: [...watched.keys()], limited });
  let { world } = near;
  for (const step of near.steps) {
    const before = world;
    world = snapshotAfter(world, [step]);
    const [dayBefore, day] = [dayOfSnapshot(before, step.at), dayOfSnapshot(world, step.at)];
    for (const place of placesTouched({ world, step, watched, limited })) {
      const held = keysOn(dayBefore, given.get(place) ?? itemsAt(before, place));
      const items = itemsAt(world, place);
      given.set(place, items);
      const now = keysOn(day, items);
      for (const row of watched.get(place) ?? []) {
        const key = itemKey(row);
        if (now.has(key)) found.delete(key);
        else if (held.has(key)) found.set(key, resolutionOf(before, step, row));
      }
    }
  }
  return found;
}

const keysOn = (day: Day, items: readonly UnresolvedRow[]): Set<string> =>
  new Set(holding(items, day).map(itemKey));

function groupedByPlace(rows: readonly UnresolvedRow[]): Map<string, UnresolvedRow[]> {
  const places = new Map<string, UnresolvedRow[]>();
  for (const row of rows) {
    const place = placeOf(row);
    places.set(place, [...(places.get(place) ?? []), row]);
  }
  return places;
}

/** A reference, or the cell of a missing position. */
const placeOf = ({ reference, participant, priority }: UnresolvedRow): string =>
  reference ?? snapshotPositionOf(participant, priority);

function itemsAt(world: Snapshot, place: string): UnresolvedRow[] {
  const pledge = indexOf(world).pledges.get(place);
  if (pledge) return itemsOfPledge(world, pledge);
  const [code = "", priority = ""] = place.split("-");
  const participant = world.participant.get(code);
  return participant ? itemsOfCell(world, participant, Number(priority) as Priority) : [];
}

/** The watched places where a step may change something. */
function placesTouched({ world, step, watched, limited }: Touching): string[] {
  const all = [...watched.keys()];
  const waiting = (): string[] =>
    all.filter((place) => (indexOf(world).pledges.get(place)?.condition ?? null) !== null);
  const { type, id } = step;
  switch (type) {
    case "pledge": {
      const pledge = world.pledge.get(id);
      const own = pledge
        ? [pledge.reference, ...cellsNamedIn(pledge), ...cellsNamedIn(step.record as unknown as Pledge)]
        : [];
      const sharing = pledge && limited.size > 0 ? sharingIn(world, pledge.reference) : [];
      return [
        ...new Set([
          ...own.filter((place) => watched.has(place)),
          ...sharing.map(({ reference }) => reference).filter((place) => limited.has(place)),
          ...waiting(),
        ]),
      ];
    }
    case "approval":
    case "trigger":
      return all;
    case "proposal":
      return all.filter((place) => world.proposal.get(id)?.concerns.includes(place));
    case "ruling":
    case "delivery":
    case "offer":
      return all.filter((place) => place === world[type].get(id)?.pledge);
    case "person":
    case "source":
    case "question":
      return [];
    default:
      return all;
  }
}

interface Touching {
  world: Snapshot;
  step: ResolutionStep;
  watched: ReadonlyMap<string, readonly UnresolvedRow[]>;
  limited: ReadonlySet<string>;
}

function resolutionOf(before: Snapshot, step: ResolutionStep, row: UnresolvedRow): Resolution {
  const { seq, at, action, actor, reason, type, id } = step;
  const own = type === "pledge" ? (step.record as unknown as Pledge) : null;
  const earlier = own ? before.pledge.get(id) : undefined;
  return {
    seq,
    at,
    action,
    actor,
    reason,
    about: aboutOf(step, row),
    stage: own && own.stage !== earlier?.stage ? { from: earlier?.stage ?? null, to: own.stage } : null,
    voided: own !== null && own.voided !== null && earlier?.voided === null,
  };
}

function aboutOf({ type, record }: ResolutionStep, row: UnresolvedRow): string | null {
  const said = record as Readonly<Record<string, unknown>>;
  if (type === "pledge") return said.reference === row.reference ? null : String(said.reference);
  if (type === "approval") return String(said.body);
  return type === "trigger" ? String(said.title) : type === "baseline" ? String(said.name) : null;
}
