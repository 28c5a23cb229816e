import { describe, expect, test } from "vitest";
import type { Start } from "@/lib/domain/conditions/start";
import { stepToFirm } from "@/lib/domain/requirements/one-step";
import type { Weighed } from "@/lib/domain/requirements/requirement-coverage";

const FREE: Start = { isFree: true, approval: null };
const VOTE: Start = { isFree: false, approval: "vote" };
const STUCK: Start = { isFree: false, approval: null };
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
    expect(stepToFirm(weighed, start)).toBe(step);
  });
});
