// Who waits for one pledge, with the best word for it.
import { expect, test } from "vitest";
import { waitersFor } from "@/lib/domain/conditions/graph/around";
import type { Condition } from "@/lib/domain/pledge/condition";

const waits = (condition: Condition) =>
  waitersFor({ reference: "US-4-001", stage: "SIGNALLED" }, [{ reference: "FR-3-001", condition }]);

test("stages of one pledge are one edge, by the firmest word; another pledge's parts are left out", () => {
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

test("what it waits for holds once the pledge is as far; who names another pledge alone does not wait", () => {
  const [waiter] = waits({ pledge: "US-4-001", atLeast: "SIGNALLED" });
  expect(waiter?.edge).toMatchObject({ holds: true, basis: null });
  expect(waits({ pledge: "US-3-001", atLeast: "COMMITTED" })).toEqual([]);
});
