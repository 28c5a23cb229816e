import { expect, test } from "vitest";
import { figureRows, timesOf } from "@/bench/report/figures";
import { optionsFrom } from "@/bench/options";
import { isMet, promisesOn } from "@/bench/report/promises";
import { CROWD, takeTurns, type RoundWay } from "@/bench/rounds";

test("times are summed up by their median and 95th percentile, and by nothing if there are none", () => {
  expect(timesOf(Array.from({ length: 100 }, (_, n) => 100 - n))).toEqual({ median: 50, p95: 95 });
  expect(timesOf([3])).toEqual({ median: 3, p95: 3 });
  expect(timesOf([])).toBeNull();
});

test("each way has its turn in each round, alone and in a crowd", async () => {
  const course: string[] = [];
  const way = (name: string): RoundWay => ({
    name,
    ready: (count) => {
      course.push(`${name} ${String(count)}`);
      return Promise.resolve(Array.from({ length: count }, () => () => Promise.resolve()));
    },
  });
  const taken = await takeTurns([way("a"), way("b")], 8, () => undefined);
  expect(course.slice(0, 4)).toEqual(["a 1", "b 1", "a 1", "b 1"]);
  expect(taken.alone.get("a")).toHaveLength(8);
  expect(taken.crowd.get("b")).toHaveLength(2 * CROWD);
});

test("a turn that fails after warming up is reported, not counted, and doesn't end the run", async () => {
  let turns = 0;
  const way: RoundWay = {
    name: "a",
    ready: (count) =>
      turns++ % 2 === 0
        ? Promise.reject(new Error("away"))
        : Promise.resolve(Array.from({ length: count }, () => () => Promise.resolve())),
  };
  const taken = await takeTurns([way], 10, () => undefined);
  const counted = taken.alone.get("a")?.length ?? 0;
  expect(counted).toBeGreaterThan(0);
  expect(taken.failed.length).toBeGreaterThan(0);
  expect(counted + (taken.crowd.get("a")?.length ?? 0) / CROWD + taken.failed.length).toBe(turns - 4);
});

test("growth is measured against the smaller register, a promise at the largest", () => {
  const taken = {
    alone: new Map([
      ["coverage 10 own", [2]],
      ["coverage 10 twin", [1]],
      ["coverage 100 own", [8]],
      ["coverage 100 twin", [4]],
    ]),
    crowd: new Map<string, number[]>(),
    failed: [],
  };
  const rows = figureRows(taken, ["coverage"], [10, 100]);
  expect(rows.map(({ at, size, ratio, growth }) => [at, size, ratio, growth])).toEqual([
    [1, 10, 2, null],
    [1, 100, 2, 4],
    [CROWD, 10, null, null],
    [CROWD, 100, null, null],
  ]);
  expect(promisesOn(rows).map((one) => [one.promise, isMet(one)])).toEqual([
    ["coverage, beside its twin", true],
    ["coverage, beside a tenth of the pledges", false],
  ]);
});

test("options name sizes, parts and rounds, and sizes must be whole numbers", () => {
  expect(optionsFrom(["--sizes", "10000,1000", "--only", "list,stage", "--rounds", "5"])).toMatchObject({
    sizes: [1000, 10000],
    only: ["list", "stage"],
    rounds: 5,
  });
  expect(() => optionsFrom(["--sizes", "many"])).toThrow(/whole numbers/);
});
