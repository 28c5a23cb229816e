// Finds what is wrong with the record, given the answers that clients had.
import type { Attempt } from "./clients/attempt";

/** An event, with the marks that it added to the record. */
export interface Happening {
  seq: number;
  action: string;
  actor: string;
  /** Type and id of its record. */
  entity: string;
  version: number;
  marks: readonly string[];
}

export interface OnRecord {
  /** In the order of the log; those before `from` were there when the clients began. */
  events: readonly Happening[];
  from: number;
  /** Versions of the live records, by type and id. */
  versions: ReadonlyMap<string, number>;
  references: readonly string[];
}

export const FAULTS = [
  "lost",
  "doubled",
  "refused, and there",
  "by somebody else",
  "of another version",
  "told two things",
  "sent by nobody",
  "version left out",
  "reference left out",
] as const;

export interface Fault {
  kind: (typeof FAULTS)[number];
  what: string;
}

export function faultsOf(attempts: readonly Attempt[], record: OnRecord): Fault[] {
  const sightings = sightingsIn(record);
  return [
    ...attempts.flatMap((attempt) =>
      attemptFaults(attempt, sightings.get(placeOf(attempt.mark, attempt.action)) ?? []),
    ),
    ...strangers(attempts, record),
    ...versionFaults(record),
    ...referenceFaults(record.references),
  ];
}

/** Events by mark and action: an approved proposal's reason is on the pledge as well, and isn't a second change. */
function sightingsIn({ events }: OnRecord): Map<string, Happening[]> {
  const sightings = new Map<string, Happening[]>();
  for (const event of events)
    for (const mark of event.marks) {
      const place = placeOf(mark, event.action);
      sightings.set(place, [...(sightings.get(place) ?? []), event]);
    }
  return sightings;
}

const placeOf = (mark: string, action: string): string => `${action} ${mark}`;

function attemptFaults(attempt: Attempt, seen: readonly Happening[]): Fault[] {
  const { mark, action, actor, outcome, acknowledgements } = attempt;
  const name = `${action} ${mark}`;
  const [first] = seen;
  const faults: Fault[] = [];
  if (outcome === "acknowledged" && !first) faults.push({ kind: "lost", what: name });
  if (outcome === "refused" && first)
    faults.push({ kind: "refused, and there", what: `${name}, entry ${first.seq}` });
  if (seen.length > 1)
    faults.push({ kind: "doubled", what: `${name}, entries ${seen.map(({ seq }) => seq).join(", ")}` });
  for (const event of seen)
    if (event.actor !== actor) faults.push({ kind: "by somebody else", what: `${name}, entry ${event.seq}` });

  const [original, ...more] = acknowledgements;
  if (original && more.some(({ status, sha256 }) => status !== original.status || sha256 !== original.sha256))
    faults.push({ kind: "told two things", what: name });
  if (first && original && original.version !== null && original.version !== first.version)
    faults.push({
      kind: "of another version",
      what: `${name}, told ${original.version}, entry ${first.seq} says ${first.version}`,
    });
  return faults;
}

/** Events of the kinds that clients cause, without a client's mark. */
function strangers(attempts: readonly Attempt[], { events, from }: OnRecord): Fault[] {
  const allMarks = new Set(attempts.map(({ mark }) => mark));
  const actions = new Set<string>(attempts.map(({ action }) => action));
  return events
    .filter(
      ({ seq, action, marks }) =>
        seq >= from && actions.has(action) && !marks.some((mark) => allMarks.has(mark)),
    )
    .map(({ seq, action, entity }) => ({
      kind: "sent by nobody",
      what: `entry ${seq}, ${action}, ${entity}`,
    }));
}

function versionFaults({ events, versions }: OnRecord): Fault[] {
  const last = new Map<string, number>();
  const faults: Fault[] = [];
  for (const { entity, version, seq } of events) {
    const next = (last.get(entity) ?? 0) + 1;
    if (version !== next)
      faults.push({
        kind: "version left out",
        what: `${entity}, entry ${seq}: ${version} where ${next} is next`,
      });
    last.set(entity, version);
  }
  for (const entity of new Set([...last.keys(), ...versions.keys()])) {
    const [logged, live] = [last.get(entity), versions.get(entity)];
    if (logged !== live)
      faults.push({
        kind: "version left out",
        what: `${entity}: its last event says ${logged ?? "nothing"}, the record ${live ?? "is gone"}`,
      });
  }
  return faults;
}

function referenceFaults(references: readonly string[]): Fault[] {
  const cells = new Map<string, number[]>();
  for (const reference of references) {
    const [participant = "", priority = "", number = ""] = reference.split("-");
    const cell = `${participant}-${priority}`;
    cells.set(cell, [...(cells.get(cell) ?? []), Number(number)]);
  }
  return [...cells].flatMap(([cell, numbers]): Fault[] => {
    const wrong = numbers.sort((a, b) => a - b).findIndex((number, index) => number !== index + 1);
    return wrong === -1
      ? []
      : [{ kind: "reference left out", what: `${cell}-${String(wrong + 1).padStart(3, "0")}` }];
  });
}
