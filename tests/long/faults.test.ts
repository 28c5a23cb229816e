// Each fault, planted in a record without any, is named, and nothing else is.
import { expect, test } from "vitest";
import { FAULTS, faultsOf, type Fault, type Happening, type OnRecord } from "./faults";
import { markOf, marksIn, type Attempt } from "./clients/attempt";

const ANNA = "anna";
const BORYS = "borys";

const attempt = (n: number, change: Partial<Attempt> = {}): Attempt => ({
  mark: markOf(n),
  action: "pledge.changed",
  actor: ANNA,
  again: null,
  outcome: "acknowledged",
  acknowledgements: [{ status: 200, version: n + 1, sha256: "same" }],
  ...change,
});

const event = (seq: number, version: number, change: Partial<Happening> = {}): Happening => ({
  seq,
  action: "pledge.changed",
  actor: ANNA,
  entity: "pledge FR-3-001",
  version,
  marks: [markOf(version - 1)],
  ...change,
});

/** Logged before the clients began, then changed twice; a third change is in doubt, a fourth was refused. */
const attempts = [
  attempt(1),
  attempt(2, {
    acknowledgements: [
      { status: 200, version: 3, sha256: "same" },
      { status: 200, version: 3, sha256: "same" },
    ],
  }),
  attempt(3, { outcome: "in doubt", acknowledgements: [] }),
  attempt(4, { outcome: "refused", acknowledgements: [] }),
];
const events = [event(1, 1, { action: "pledge.logged", marks: [] }), event(2, 2), event(3, 3)];
const sound: OnRecord = {
  events,
  from: 2,
  versions: new Map([["pledge FR-3-001", 3]]),
  references: ["FR-3-001", "FR-3-002", "SE-1-001"],
};

const faults = (record: Partial<OnRecord>, by: readonly Attempt[] = attempts): Fault[] =>
  faultsOf(by, { ...sound, ...record });
const versions = (version: number) => new Map([["pledge FR-3-001", version]]);

test("a sound record has no fault, and a change in doubt may be on record or not", () => {
  expect(faults({})).toEqual([]);
  expect(faults({ events: [...events, event(4, 4)], versions: versions(4) })).toEqual([]);
});

const PLANTED: Record<(typeof FAULTS)[number], () => Fault[]> = {
  lost: () => faults({ events: events.slice(0, 2), versions: versions(2) }),
  doubled: () => faults({ events: [...events, event(4, 4, { marks: [markOf(2)] })], versions: versions(4) }),
  "refused, and there": () =>
    faults({ events: [...events, event(4, 4, { marks: [markOf(4)] })], versions: versions(4) }),
  "by somebody else": () => faults({ events: [...events.slice(0, 2), event(3, 3, { actor: BORYS })] }),
  "of another version": () =>
    faults({}, [
      attempt(1, { acknowledgements: [{ status: 200, version: 7, sha256: "same" }] }),
      ...attempts.slice(1),
    ]),
  "told two things": () =>
    faults({}, [
      attempt(1, {
        acknowledgements: [
          { status: 200, version: 2, sha256: "same" },
          { status: 200, version: 2, sha256: "another" },
        ],
      }),
      ...attempts.slice(1),
    ]),
  "sent by nobody": () => faults({ events: [...events, event(4, 4, { marks: [] })], versions: versions(4) }),
  "version left out": () => faults({ versions: versions(4) }),
  "reference left out": () => faults({ references: ["FR-3-001", "FR-3-003", "SE-1-001"] }),
};

test.each(FAULTS)("the fault “%s” is named, and no other", (kind) => {
  expect(PLANTED[kind]().map((fault) => fault.kind)).toEqual([kind]);
});

test("a version that was skipped is named by its entry", () => {
  const jumped = [...events.slice(0, 2), event(3, 4, { marks: [markOf(2)] })];
  expect(faults({ events: jumped, versions: versions(4) })).toContainEqual({
    kind: "version left out",
    what: "pledge FR-3-001, entry 3: 4 where 3 is next",
  });
});

test("a mark that another action repeats doesn't count as a second change", () => {
  const repeated = event(4, 1, { action: "comment.written", entity: "comment 1", marks: [markOf(2)] });
  const both = new Map([...versions(3), ["comment 1", 1]]);
  expect(faults({ events: [...events, repeated], versions: both })).toEqual([]);
});

test("each mark in a text is found once", () => {
  expect(marksIn(`{"title":"${markOf(12)}","reason":"${markOf(12)} and ${markOf(1234567)}"}`)).toEqual([
    "wish-000012",
    "wish-1234567",
  ]);
});
