import { describe, expect, test } from "vitest";
import type { Start } from "@/lib/domain/conditions/start";
import type { Approval } from "@/lib/domain/pledge/approval";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import { approvalsAllow, stepToFirm, type StepFacts } from "@/lib/domain/requirements/one-step";
import type { Weighed } from "@/lib/domain/requirements/requirement-coverage";
import { aContribution, anApproval, aPledge, KYIV, TODAY } from "@/tests/support/cast";

const FREE: Start = { isFree: true, approval: null };
const VOTE: Start = { isFree: false, approval: "vote" };
const STUCK: Start = { isFree: false, approval: null };
const facts = (start: Start, may: boolean): StepFacts => ({
  distanceFromStart: () => start,
  mayBeAllocated: () => may,
});
const NUMBER = { low: 1n, high: 1n, about: false };

const offer = (
  stage: string,
  has: "number" | "sealed" | "words",
  counts: string | null = "conditional",
): Weighed =>
  ({
    pledge: { stage },
    judgement: { fit: "FULL" },
    counts,
    span: has === "number" ? NUMBER : null,
    isSealed: has === "sealed",
  }) as unknown as Weighed;

describe("what alone would make an offer firm", () => {
  test.each([
    ["a number", offer("ALLOCATED", "words"), FREE, "number"],
    ["an approval", offer("ALLOCATED", "number"), VOTE, "approval"],
    ["an allocation", offer("COMMITTED", "number"), FREE, "allocation"],
    ["an allocation of what is pledged", offer("PLEDGED", "number", "indicative"), FREE, "allocation"],
    ["a sealed number is one", offer("COMMITTED", "sealed"), FREE, "allocation"],
    ["nothing: it waits for the ceasefire alone", offer("ALLOCATED", "number"), FREE, null],
    ["nothing: it is firm", offer("ALLOCATED", "number", "firm"), FREE, null],
    ["nothing: a number and an allocation", offer("PLEDGED", "words", "indicative"), FREE, null],
    ["nothing: a number and an approval", offer("ALLOCATED", "words"), VOTE, null],
    ["nothing: an approval and an allocation", offer("COMMITTED", "number"), VOTE, null],
    ["nothing: it waits for others", offer("ALLOCATED", "number"), STUCK, null],
    ["nothing: it counts nowhere", offer("SIGNALLED", "number", null), FREE, null],
    [
      "nothing: its fit isn't known",
      { ...offer("ALLOCATED", "words"), judgement: { fit: null, by: null, because: [] } },
      FREE,
      null,
    ],
  ] satisfies [string, Weighed, Start, string | null][])("%s", (_, weighed, start, step) => {
    expect(stepToFirm(weighed, facts(start, true))).toBe(step);
  });

  test("nothing: its approvals don't allow the allocation", () => {
    expect(stepToFirm(offer("COMMITTED", "number"), facts(FREE, false))).toBeNull();
    expect(stepToFirm(offer("ALLOCATED", "words"), facts(FREE, false))).toBe("number");
  });
});

describe("approvals allow an allocation", () => {
  const limits = [
    {
      quantity: { kind: "UP_TO" as const, min: 0, max: 6_000, unit: "PERSON" as const, asStated: null },
      money: null,
    },
  ];
  const other = aPledge({
    reference: "FR-3-002",
    contributions: [aContribution({ id: "00000000-0000-4000-8000-0000000000c2" })],
  });
  const shared = { status: "APPROVED" as const, serves: ["FR-3-001", "FR-3-002"], limits };

  test.each([
    ["if there are none", [], [], true],
    ["if each is given or not needed", [{ status: "APPROVED" }, { status: "NOT_REQUIRED" }], [], true],
    ["unless one is open", [{ status: "APPROVED" }, { status: "TABLED" }], [], false],
    ["unless a mandate is over", [{ status: "APPROVED", validUntil: "2026-01-31" }], [], false],
    ["up to a limit", [shared], [other], true],
    ["but not above a limit", [shared], [{ ...other, stage: "ALLOCATED" }], false],
  ] satisfies [string, Partial<Approval>[], Pledge[], boolean][])("%s", (_, approvals, sharing, may) => {
    const serving = approvals.map((one) => anApproval(one));
    expect(
      approvalsAllow({ pledge: aPledge(), approvals: serving, sharing }, { today: TODAY, timeZone: KYIV }),
    ).toBe(may);
  });
});
