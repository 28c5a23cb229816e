// Who waits for one pledge, and by which basis.
import { expect, test } from "vitest";
import { waitersFor } from "@/lib/domain/conditions/graph/around";
import type { Condition } from "@/lib/domain/pledge/condition";

const waits = (condition: Condition) =>
  waitersFor({ reference: "US-4-001", stage: "SIGNALLED" }, [{ reference: "FR-3-001", condition }]);

test("leaves on stages of one pledge are one edge, with the firmest basis; others are left out", () => {
  const condition: Condition = {
    any: [
      { pledge: "US-4-001", atLeast: "COMMITTED", basis: "INFERRED" },
      { pledge: "US-4-001", atLeast: "SIGNALLED", basis: "STATED" },
      { pledge: "US-3-001", atLeast: "COMMITTED", basis: "STATED" },
    ],
  };
  expect(waits(condition)).toEqual([
    {
      reference: "FR-3-001",
      edge: { basis: "STATED", negated: false, enough: { needed: 1, of: 3 }, holds: false, decides: false },
    },
  ]);
});

test("an edge holds once the pledge has come that far; a condition on another pledge makes no edge", () => {
  const [waiter] = waits({ pledge: "US-4-001", atLeast: "SIGNALLED" });
  expect(waiter?.edge).toMatchObject({ holds: true, basis: null });
  expect(waits({ pledge: "US-3-001", atLeast: "COMMITTED" })).toEqual([]);
});
