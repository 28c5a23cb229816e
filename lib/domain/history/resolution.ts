// Finds the change that resolved each item. Of the events between two moments, those on which a place depends are applied
// one by one, and the place is checked after each.
import type { Day } from "../base/day";
import { groupedBy } from "../base/listing";
import type { Pledge } from "../pledge/pledge";
import type { HistoryEntry } from "../proposals/history";
import type { Priority } from "../base/priority";
import type { Stage } from "../pledge/stages";
import type { UnresolvedRow } from "../unresolved/summary";
import { dayOfSnapshot, snapshotAfter, type RecordVersion, type Snapshot } from "./snapshot";
import { neighbourhoods } from "./neighbourhood";
import { indexOf } from "./snapshot-index";
import { snapshotPositionOf, holding, itemKey, itemsOfCell, itemsOfPledge } from "./snapshot-items";

type Happening = Pick<HistoryEntry, "seq" | "at" | "action" | "actor" | "reason">;

/** An event with its own details. */
export interface ResolutionStep extends RecordVersion, Happening {}

export interface Resolution extends Happening {
  /** What changed, where it isn't the pledge itself: a reference, an approval's body, a trigger's title. */
  about: string | null;
  /** For a pledge whose stage changed. */
  stage: { from: Stage | null; to: Stage } | null;
  /** It voided the pledge. */
  voided: boolean;
}

/**
 * For each item that holds in `from` and not after the steps, on the day `until`: the step that ended it. None where it
 * ended with the day alone.
 */
export function* resolutionSteps(
  from: Snapshot,
  steps: readonly ResolutionStep[],
  resolved: readonly UnresolvedRow[],
  until: Day,
): Generator<void, Map<string, Resolution>> {
  const found = new Map<string, Resolution>();
  const near = neighbourhoods(from, steps);
  for (const [place, rows] of groupedBy(resolved, placeOf)) {
    yield;
    // No other item depends on what other pledges allocate under a mandate, which may serve many.
    const around = near(
      place,
      rows.some(({ code }) => code === "APPROVED_LESS"),
    );
    let { snapshot } = around;
    let items = itemsAt(snapshot, place);
    const forget = (day: Day): void => {
      for (const key of rows.map(itemKey)) {
        const ended = found.get(key);
        if (ended && cameBack(items, key, dayOfSnapshot(snapshot, ended.at), day)) found.delete(key);
      }
    };
    for (const step of around.steps) {
      const day = dayOfSnapshot(snapshot, step.at);
      forget(day);
      const [before, held] = [snapshot, keysOn(day, items)];
      snapshot = snapshotAfter(snapshot, [step]);
      items = itemsAt(snapshot, place);
      const now = keysOn(dayOfSnapshot(snapshot, step.at), items);
      for (const row of rows) {
        const key = itemKey(row);
        if (now.has(key)) found.delete(key);
        else if (held.has(key)) found.set(key, resolutionOf(before, step, row));
      }
    }
    forget(until);
  }
  return found;
}

/** Whether such an item began after the first day and by the second, although nothing was changed. */
const cameBack = (items: readonly UnresolvedRow[], key: string, after: Day, by: Day): boolean =>
  items.some((item) => itemKey(item) === key && item.since > after && item.since <= by);

const keysOn = (day: Day, items: readonly UnresolvedRow[]): Set<string> =>
  new Set(holding(items, day).map(itemKey));

/** A reference, or the cell of a missing position. */
const placeOf = ({ reference, participant, priority }: UnresolvedRow): string =>
  reference ?? snapshotPositionOf(participant, priority);

function itemsAt(snapshot: Snapshot, place: string): UnresolvedRow[] {
  const pledge = indexOf(snapshot).pledges.get(place);
  if (pledge) return itemsOfPledge(snapshot, pledge);
  const [code = "", priority = ""] = place.split("-");
  const participant = snapshot.participant.get(code);
  return participant ? itemsOfCell(snapshot, participant, Number(priority) as Priority) : [];
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
  const fields = record as Readonly<Record<string, unknown>>;
  if (type === "pledge") return fields.reference === row.reference ? null : String(fields.reference);
  if (type === "approval") return String(fields.body);
  return type === "trigger" ? String(fields.title) : type === "baseline" ? String(fields.name) : null;
}
