// What holds several pledges up, and how far one is from starting.
import { describe, expect, test } from "vitest";
import { cyclesAmong } from "@/lib/domain/conditions/deadlock";
import { keystonesOf } from "@/lib/domain/conditions/keystone";
import { obstaclesAmong, type CommonObstacle, type WaitingSince } from "@/lib/domain/conditions/obstacle";
import { distanceFromStart } from "@/lib/domain/conditions/start";
import type { Condition, Leaf, TruthOf } from "@/lib/domain/pledge/condition";

const CEASEFIRE: Leaf = { trigger: "CEASEFIRE" };
const MONITORING: Leaf = { trigger: "MONITORING" };
const VOTE: Leaf = { approval: "vote" };
const COURT: Leaf = { approval: "court" };

const WORLD = {
  truthOf: (() => false) as TruthOf,
  isDormant: (leaf: Leaf) => "trigger" in leaf && leaf.trigger === "CEASEFIRE",
};

const waits = (reference: string, condition: Condition, conditionSetOn = "2026-01-06"): WaitingSince => ({
  reference,
  participant: reference.slice(0, 2),
  priority: 3,
  condition,
  conditionSetOn,
});

const at = (pledge: string, atLeast: "COMMITTED" | "ALLOCATED" = "COMMITTED"): Leaf => ({ pledge, atLeast });

function found(
  waiting: WaitingSince[],
  changedOn: (leaf: Leaf) => string | null = () => null,
): CommonObstacle[] {
  const byReference = new Map(waiting.map((one) => [one.reference, one]));
  return obstaclesAmong(
    keystonesOf(waiting, WORLD),
    cyclesAmong(waiting, WORLD.truthOf),
    byReference,
    changedOn,
  );
}

describe("an obstacle", () => {
  test("holds up two pledges or more", () => {
    expect(found([waits("DE-3-001", VOTE)])).toEqual([]);
    expect(found([waits("DE-3-001", VOTE), waits("DE-5-001", { all: [VOTE, MONITORING] })])).toMatchObject([
      { what: { leaf: VOTE }, pledges: ["DE-3-001", "DE-5-001"], participants: ["DE"] },
    ]);
  });
  test("is never something that another leaf could replace", () => {
    const either = { any: [VOTE, COURT] };
    expect(found([waits("DE-3-001", either), waits("DE-5-001", either)])).toEqual([]);
  });
  test("is never a dormant trigger", () => {
    expect(found([waits("DE-3-001", CEASEFIRE), waits("FR-3-001", CEASEFIRE)])).toEqual([]);
  });
  test("is one line for all stages of a pledge: the one that most wait for", () => {
    const pledges = [
      waits("BE-3-001", at("US-4-001")),
      waits("SE-3-001", at("US-4-001", "ALLOCATED")),
      waits("DE-3-001", at("US-4-001", "ALLOCATED")),
    ];
    expect(found(pledges).map(({ what, pledges: held }) => [what, held])).toEqual([
      [{ leaf: at("US-4-001", "ALLOCATED") }, ["DE-3-001", "SE-3-001"]],
    ]);
  });
  test("dates from when the first pledge began to wait, or from its own later change", () => {
    const pledges = [waits("DE-3-001", VOTE, "2026-01-06"), waits("DE-5-001", VOTE, "2026-02-01")];
    expect(found(pledges)[0]?.since).toBe("2026-01-06");
    expect(found(pledges, () => "2026-01-20")[0]?.since).toBe("2026-01-20");
  });
  test("names the pledges that wait for it by our reading alone", () => {
    const pledges = [waits("DE-3-001", VOTE), waits("DE-5-001", { ...VOTE, basis: "INFERRED" })];
    expect(found(pledges)[0]?.inferred).toEqual(["DE-5-001"]);
  });
});

describe("a deadlock", () => {
  const pair = [waits("US-4-001", at("UA-4-001")), waits("UA-4-001", at("US-4-001"))];

  test("is one line with all that waits for it, directly or not, and its pledges have no other", () => {
    const behind = [waits("BE-3-001", at("US-4-001")), waits("LU-3-001", at("BE-3-001"))];
    const lines = found([...pair, ...behind]);
    expect(lines).toHaveLength(1);
    expect(lines[0]?.pledges).toEqual(["BE-3-001", "LU-3-001", "UA-4-001", "US-4-001"]);
    expect(lines[0]?.participants).toEqual(["BE", "LU", "UA", "US"]);
  });
  test("comes before a leaf that holds up as many", () => {
    const lines = found([...pair, waits("DE-3-001", VOTE), waits("DE-5-001", VOTE)]);
    expect(lines.map(({ what }) => "cycle" in what)).toEqual([true, false]);
  });
  test("names the pledges whose wait in it is our reading", () => {
    const [first] = pair;
    const inferred = waits("UA-4-001", { ...at("US-4-001"), basis: "INFERRED" });
    expect(found([first as WaitingSince, inferred])[0]?.inferred).toEqual(["UA-4-001"]);
  });
});

describe("how far a pledge is from starting, with the ceasefire assumed", () => {
  test.each<[string, Condition | null, ReturnType<typeof distanceFromStart>]>([
    ["without a condition", null, { isFree: true, approval: null }],
    ["with the ceasefire alone", CEASEFIRE, { isFree: true, approval: null }],
    ["with a vote as well", { all: [CEASEFIRE, VOTE] }, { isFree: false, approval: "vote" }],
    ["with two votes", { all: [COURT, VOTE] }, { isFree: false, approval: null }],
    ["with either vote", { any: [COURT, VOTE] }, { isFree: false, approval: "court" }],
    ["with another pledge", at("US-4-001"), { isFree: false, approval: null }],
    ["as long as a vote isn't given", { not: VOTE }, { isFree: true, approval: null }],
  ])("%s", (_, condition, start) => {
    expect(distanceFromStart(condition, WORLD)).toEqual(start);
  });
});
