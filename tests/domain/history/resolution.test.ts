import { describe, expect, test } from "vitest";
import type { Instant } from "@/lib/domain/base/day";
import { changesSteps } from "@/lib/domain/history/changes";
import { runSteps } from "@/lib/domain/conditions/circles";
import { neighbourhoods } from "@/lib/domain/history/neighbourhood";
import { approvalRecord, participantRecord, pledgeRecord } from "@/lib/domain/history/record";
import type { ResolutionStep } from "@/lib/domain/history/resolution";
import { snapshotAfter, type Snapshot } from "@/lib/domain/history/snapshot";
import type { Approval } from "@/lib/domain/pledge/approval";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import type { UnresolvedCode } from "@/lib/domain/unresolved/unresolved";
import { aContribution, anApproval, aPledge, france, KYIV } from "@/tests/support/cast";
import { asSnapshot, type SmallRegister } from "@/tests/support/second/register";

/** What was logged at a moment; the actions don't matter here. */
type Logged = Pick<ResolutionStep, "at" | "type" | "id" | "record">;
const pledgeLogged = (at: Instant, pledge: Pledge): Logged => ({
  ...{ at, type: "pledge", id: pledge.id },
  record: pledgeRecord(pledge),
});
const approvalLogged = (at: Instant, approval: Approval): Logged => ({
  ...{ at, type: "approval", id: approval.id },
  record: approvalRecord(approval),
});

function snapshotOf(records: Partial<SmallRegister>): Snapshot {
  const settings = { timeZone: KYIV, staleDays: 30, mandateDays: 60 };
  const others = { triggers: [], proposals: [], rulings: [], deliveries: [], requirements: [], offers: [] };
  const none = { participants: [], pledges: [], approvals: [], baselines: [] };
  const snapshot = asSnapshot({ ...settings, ...others, ...none, ...records });
  const pieces = (records.pledges ?? []).flatMap(({ evidence }) => evidence);
  const source = new Map(pieces.map((piece) => [piece.source.id, piece.source]));
  return { ...snapshot, source: source as unknown as Snapshot["source"] };
}

/** For each item of this code that ended: its pledge, if it has one, and the number of the step that ended it. */
function endedBy(
  code: UnresolvedCode,
  { snapshot, from, to }: { snapshot: Snapshot; from: Instant; to: Instant },
  logged: readonly Logged[],
) {
  const steps = logged.map((one, index): ResolutionStep => ({
    ...one,
    ...{ seq: index + 1, action: "pledge.changed", actor: { name: "Olga", role: "OFFICER" }, reason: null },
  }));
  const end = { at: to, snapshot: snapshotAfter(snapshot, steps) };
  const changes = runSteps(changesSteps({ at: from, snapshot }, end, steps));
  return changes.resolved
    .filter((row) => row.code === code)
    .map(({ reference, by }) => [reference, by && by.seq, by && by.about]);
}

const noonOn = (day: string): Instant => `${day}T12:00:00.000Z`;

describe("an item that ended with the day is resolved by no change", () => {
  const approval = anApproval({ status: "APPROVED", decidedOn: "2026-01-20", validUntil: "2026-03-31" });
  const pledge = aPledge({ lastConfirmedOn: "2026-03-15" });
  const snapshot = snapshotOf({ pledges: [pledge], approvals: [approval] });
  const from = noonOn("2026-03-20");

  test("the notice of a mandate's end", () => {
    const asked = pledgeLogged(noonOn("2026-04-02"), { ...pledge, version: 2, nextAction: "Ask again" });
    const span = { snapshot, from, to: noonOn("2026-04-03") };
    expect(endedBy("MANDATE_ENDING", span, [])).toEqual([["FR-3-001", null, null]]);
    expect(endedBy("MANDATE_ENDING", span, [asked])).toEqual([["FR-3-001", null, null]]);
  });

  test("but one that a change ended before is resolved by that change", () => {
    const extended = approvalLogged(noonOn("2026-03-22"), { ...approval, validUntil: "2027-03-31" });
    const asked = pledgeLogged(noonOn("2026-04-02"), { ...pledge, version: 2, nextAction: "Ask again" });
    const span = { snapshot, from, to: noonOn("2026-04-03") };
    expect(endedBy("MANDATE_ENDING", span, [extended, asked])).toEqual([
      ["FR-3-001", 1, "French Parliament"],
    ]);
  });

  test("nor does one that was there again until a day name the change that had ended it", () => {
    const extended = approvalLogged(noonOn("2026-03-22"), { ...approval, validUntil: "2026-06-30" });
    const asked = (day: string) => pledgeLogged(noonOn(day), { ...pledge, nextAction: day });
    const span = { snapshot, from, to: noonOn("2026-07-03") };
    for (const later of [["2026-05-20", "2026-07-02"], ["2026-07-02"], []])
      expect(endedBy("MANDATE_ENDING", span, [extended, ...later.map(asked)])).toEqual([
        ["FR-3-001", null, null],
      ]);
  });

  test("a missing position of a participant that left", () => {
    const leaving = { ...france, joinedOn: "2026-01-05", leftOn: "2026-03-25", leftReason: "An election" };
    const named: Logged = {
      ...{ at: noonOn("2026-03-26"), type: "baseline", id: "b" },
      record: { id: "b", name: "Paris", asOf: noonOn("2026-03-26"), createdAt: noonOn("2026-03-26") },
    };
    const left: Logged = {
      ...{ at: noonOn("2026-03-27"), type: "participant", id: "FR" },
      record: participantRecord(leaving),
    };
    const to = noonOn("2026-03-28");
    const known = endedBy("NO_PLEDGE", { snapshot: snapshotOf({ participants: [leaving] }), from, to }, [
      named,
    ]);
    expect(known.length).toBe(5);
    expect(known).toEqual(known.map(() => [null, null, null]));
    const staying = snapshotOf({ participants: [{ ...leaving, leftOn: null, leftReason: null }] });
    const recorded = endedBy("NO_PLEDGE", { snapshot: staying, from, to }, [named, left]);
    expect(recorded).toEqual(known.map(() => [null, 2, null]));
  });
});

test("an item that came back with the day is resolved by the change that ended it last", () => {
  const pledge = aPledge({ lastConfirmedOn: "2026-01-06" });
  const confirmed = (day: string) => pledgeLogged(noonOn(day), { ...pledge, lastConfirmedOn: day });
  const span = {
    snapshot: snapshotOf({ pledges: [pledge] }),
    from: noonOn("2026-02-20"),
    to: noonOn("2026-05-02"),
  };
  expect(endedBy("STALE", span, [confirmed("2026-02-21"), confirmed("2026-05-01")])).toEqual([
    ["FR-3-001", 2, null],
  ]);
});

test("an approval that no longer serves a pledge resolves what was pending about it", () => {
  const approval = anApproval({ status: "REQUIRED" });
  const span = {
    snapshot: snapshotOf({ pledges: [aPledge()], approvals: [approval] }),
    from: noonOn("2026-02-10"),
    to: noonOn("2026-02-20"),
  };
  const removed = approvalLogged(noonOn("2026-02-11"), { ...approval, serves: [] });
  expect(endedBy("APPROVAL_PENDING", span, [removed])).toEqual([["FR-3-001", 1, approval.body]]);
});

test("a place depends on what it waits for, and not on other pledges of a condition's trigger", () => {
  const ids = ["FR-3-001", "FR-3-002", "FR-3-003"].map((reference) => ({ id: reference, reference }));
  const [waiting, awaited, other] = ids as [(typeof ids)[0], (typeof ids)[0], (typeof ids)[0]];
  const trigger = { trigger: "CEASEFIRE_IN_FORCE" };
  const pledges = [
    aPledge({
      ...waiting,
      condition: { all: [trigger, { pledge: awaited.reference, atLeast: "COMMITTED" }] },
    }),
    aPledge({ ...awaited, condition: trigger }),
    aPledge({ ...other, condition: trigger }),
  ];
  const steps = pledges.map((pledge) => pledgeLogged(noonOn("2026-02-11"), pledge));
  const near = neighbourhoods(snapshotOf({ pledges }), steps);
  const idsNear = (place: string) => near(place, false).steps.map(({ id }) => id);
  expect(idsNear(waiting.reference)).toEqual([waiting.id, awaited.id]);
  expect(idsNear(awaited.reference)).toEqual([awaited.id]);
  expect(idsNear("FR-3")).toEqual(ids.map(({ id }) => id));
  expect(idsNear("DE-3")).toEqual([]);
});

describe("more than a mandate allows, where two pledges share it", () => {
  const allocating = (reference: string, n: number, change: Partial<Pledge> = {}): Pledge => {
    const id = (what: string) => `00000000-0000-4000-8000-${what}00000000${reference.slice(-3)}`;
    const quantity = { kind: "EXACT" as const, min: n, max: n, unit: "PERSON" as const, asStated: null };
    return aPledge({
      ...{ id: id("e"), reference, stage: "ALLOCATED", stageSetOn: "2026-02-01" },
      contributions: [aContribution({ id: id("c"), quantity })],
      ...change,
    });
  };
  const [one, two] = [allocating("FR-3-001", 5_000), allocating("FR-3-002", 3_000)];
  const limit = { kind: "UP_TO" as const, min: 0, max: 6_000, unit: "PERSON" as const, asStated: null };
  const approval = anApproval({
    ...{ status: "APPROVED", decidedOn: "2026-01-20", serves: [one.reference, two.reference] },
    limits: [{ quantity: limit, money: null }],
  });
  const span = {
    snapshot: snapshotOf({ pledges: [one, two], approvals: [approval] }),
    from: noonOn("2026-02-10"),
    to: noonOn("2026-02-20"),
  };
  const asked = pledgeLogged(noonOn("2026-02-12"), { ...one, version: 2, nextAction: "Ask again" });

  test.each<[string, Pledge]>([
    ["allocates less", { ...two, contributions: allocating("FR-3-002", 500).contributions }],
    ["goes back a stage", { ...two, stage: "COMMITTED" }],
    ["is voided", { ...two, voided: { at: noonOn("2026-02-11"), reason: "Twice" } }],
  ])("both items are resolved by the change after which the other pledge %s", (_what, after) => {
    const less = pledgeLogged(noonOn("2026-02-11"), { ...after, version: 2 });
    expect(endedBy("APPROVED_LESS", span, [less, asked])).toEqual([
      ["FR-3-001", 1, "FR-3-002"],
      ["FR-3-002", 1, null],
    ]);
  });
});
