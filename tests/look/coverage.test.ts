import { expect, test } from "vitest";
import { matrixRows } from "@/app/briefing-sheet/rows";
import { barsOf } from "@/components/unresolved/coverage/bars";
import { coverageFigures } from "@/components/unresolved/coverage/figures";
import { rowGroups } from "@/components/unresolved/coverage/rows";
import { coverageHref, readCoverageView } from "@/components/unresolved/coverage/view";
import { coverageOf } from "@/lib/domain/unresolved/matrix";
import type { Stage } from "@/lib/domain/pledge/stages";
import type { Participant } from "@/lib/domain/people/participant";
import { france } from "../support/cast";

const germany: Participant = { ...france, code: "DE", role: "MEMBER", names: { en: "Germany" } };
const unitedStates: Participant = { ...france, code: "US", role: "PARTNER", names: { en: "United States" } };

const at = (participant: string, priority: number, stage: Stage) => ({
  participant,
  priority,
  stage,
  part: "OWN" as const,
  count: 1,
});
const open = (participant: string, priority: number, counted: number) => ({
  participant,
  priority,
  counted,
  dormant: 0,
});

const coverage = coverageOf(
  [france, germany, unitedStates],
  "2026-11-27",
  [at("FR", 3, "PLEDGED"), at("FR", 3, "DECLINED"), at("FR", 4, "DECLINED"), at("US", 1, "SIGNALLED")],
  [
    open("FR", 3, 6),
    ...[1, 2, 5].map((priority) => open("FR", priority, 1)),
    ...[1, 2, 3, 4, 5].map((priority) => open("DE", priority, 1)),
    open("US", 1, 2),
  ],
);

test("the figures count expected positions, and items of pledges separately from missing positions", () => {
  const figures = coverageFigures(coverage);
  expect(figures).toMatchObject({ positions: 10, positionsWithout: 8, silent: ["DE"], onPledges: 8 });
  expect(figures.heaviest).toEqual({ priority: 3, items: 6 });
});

test("gaps and refusals are counted separately, and a refusal next to a pledge as neither", () => {
  expect(coverageFigures(coverage)).toMatchObject({ positionsWithout: 8, declined: 1 });
  expect(coverage.cells.filter(({ declined }) => declined > 0).map(({ priority }) => priority)).toEqual([
    3, 4,
  ]);
});

test("every cell with a pledge is in one class of the ramp, which has its bounds", () => {
  const { ramp, shading } = coverageFigures(coverage);
  expect(ramp).toEqual([
    { from: 0, to: 0, cells: 0 },
    { from: 2, to: 2, cells: 1 },
    { from: 6, to: 6, cells: 1 },
  ]);
  expect(shading).toEqual({ cells: 2, half: 2, most: 6, withMost: 1 });
});

test("a part of the matrix keeps the shades of the whole", () => {
  const third = { ...coverage, cells: coverage.cells.filter(({ priority }) => priority === 3) };
  const { ramp, shading } = coverageFigures(third, coverage);
  expect(ramp.map(({ to, cells }) => [to, cells])).toEqual([
    [0, 0],
    [2, 0],
    [6, 1],
  ]);
  expect(shading).toEqual({ cells: 1, half: 6, most: 6, withMost: 1 });
  const shadingOn = (priority: number) =>
    coverageFigures(
      { ...coverage, cells: coverage.cells.filter((cell) => cell.priority === priority) },
      coverage,
    ).shading;
  expect(shadingOn(1)).toEqual({ cells: 1, half: 2, most: 6, withMost: 0 });
  expect(shadingOn(4)).toBeNull();
});

test("a row's bars distinguish no pledge, declined and not expected", () => {
  const rows = rowGroups(coverage, [france, germany, unitedStates], "name").flatMap((group) => group.rows);
  const bars = Object.fromEntries(rows.map(({ code, cells }) => [code, barsOf(cells).bars]));
  expect(bars.FR).toEqual(["no-pledge", "no-pledge", 1, "declined", "no-pledge"]);
  expect(bars.US).toEqual([0, "not-expected", "not-expected", "not-expected", "not-expected"]);
});

test("a suspended pledge alone is drawn and named as suspended, not as no pledge", () => {
  const paused = coverageOf(
    [france, unitedStates],
    "2026-11-27",
    [at("FR", 3, "SUSPENDED"), at("US", 3, "SUSPENDED")],
    [],
  );
  for (const code of ["FR", "US"]) {
    const { bars, words } = barsOf(paused.cells.filter(({ participant }) => participant === code));
    expect(bars[2]).toBe("suspended");
    expect(words.split(", ")[2]).toBe("suspended");
  }
  const rows = matrixRows(paused, [france, unitedStates], { names: {}, today: "2026-11-27" });
  expect(rows.map(({ marks }) => marks)).toEqual([["none", "none", "suspended", "none", "none"]]);
});

test("rows are sorted by role, within it by open items or by name", () => {
  const leads: Participant[] = [{ ...germany, role: "CO_LEAD", names: { en: "Deutschland" } }, france];
  const order = (by: "unresolved" | "name") =>
    rowGroups(coverage, [unitedStates, ...leads], by).map(({ rows }) => rows.map(({ code }) => code));
  expect(order("unresolved")).toEqual([["FR", "DE"], ["US"]]);
  expect(order("name")).toEqual([["DE", "FR"], ["US"]]);
});

test("an address that names no cell opens none", () => {
  for (const cell of ["FR-6", "FR", "fr-3", "", "FR-3-001", "<script>"])
    expect(readCoverageView(null, cell).cell).toBeNull();
  expect(coverageHref(readCoverageView("name", "FR-3"))).toBe("/coverage?sort=name&cell=FR-3#FR-3");
  expect(coverageHref(readCoverageView("nonsense", null))).toBe("/coverage");
});
