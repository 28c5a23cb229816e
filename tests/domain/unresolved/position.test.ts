import fc from "fast-check";
import { expect, test } from "vitest";
import { highestStageOf, positionOf } from "@/lib/domain/unresolved/position";
import { STAGES, type Stage } from "@/lib/domain/pledge/stages";
import { anyPledge } from "../../support/any/arbitrary";
import { aPledge } from "../../support/cast";

const at = (...stages: Stage[]) => stages.map((stage) => aPledge({ stage }));

test.each<[Stage[], ReturnType<typeof positionOf>]>([
  [[], "NONE"],
  [["LAPSED", "SUPERSEDED"], "NONE"],
  [["DECLINED"], "DECLINED"],
  [["WITHDRAWN"], "DECLINED"],
  [["DECLINED", "FULFILLED"], "CLOSED"],
  [["DECLINED", "FULFILLED", "SUSPENDED"], "OPEN"],
  [["DECLINED", "SIGNALLED"], "OPEN"],
])("%j is %s", (stages, position) => expect(positionOf(at(...stages))).toBe(position));

test("a voided pledge takes no position", () => {
  for (const stage of STAGES)
    expect(positionOf([aPledge({ stage, voided: { at: "2026-02-01T08:00:00Z", reason: "wrong" } })])).toBe(
      "NONE",
    );
});

test("the highest stage is the highest rung, exits aside", () => {
  expect(highestStageOf(at("SIGNALLED", "COMMITTED", "DECLINED"))).toBe("COMMITTED");
  expect(highestStageOf(at("DECLINED"))).toBeNull();
});

test("the order of pledges doesn't matter", () => {
  fc.assert(
    fc.property(fc.array(anyPledge, { maxLength: 5 }), (pledges) => {
      const turned = [...pledges].reverse();
      expect(positionOf(turned)).toBe(positionOf(pledges));
      expect(highestStageOf(turned)).toBe(highestStageOf(pledges));
    }),
  );
});
