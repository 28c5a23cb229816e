// Where the drawing puts its boxes: the layers, which a thread orders, and the measures that follow.
import fc from "fast-check";
import { expect, test } from "vitest";
import { fitted, widthOf } from "@/components/conditions/graph/fit";
import { layersAsked } from "@/components/conditions/graph/layers-asked";
import { placed } from "@/components/conditions/graph/place";
import { findLayers, MOST_LINES } from "@/lib/conditions/graph/layout";
import { layersOf } from "@/lib/conditions/graph/layers.mjs";
import { cyclesAmong } from "@/lib/domain/conditions/deadlock";
import type { DependencyGraph, GraphQuestion, GraphSource } from "@/lib/domain/conditions/graph/graph";
import { dependencyGraph } from "@/lib/domain/conditions/graph/dependency-graph";
import type { Condition, Leaf } from "@/lib/domain/pledge/condition";
import { cases } from "@/tests/support/cases";

const on = (pledge: string): Leaf => ({ pledge, atLeast: "COMMITTED" });
const ALL: GraphQuestion = {
  ...{ about: null, participant: [], priority: [], depth: null },
  ...{ dormant: "with", needs: "without", suppose: [] },
};

function graphOf(conditions: Record<string, Condition>): DependencyGraph {
  const pledges = Object.entries(conditions).map(([reference, condition]) => ({
    reference,
    participant: reference.slice(0, 2),
    priority: 3 as const,
    condition,
    conditionSetOn: "2026-01-07",
  }));
  const source: GraphSource = {
    pledges,
    context: { truthOf: () => false, isDormant: () => false },
    cycles: cyclesAmong(pledges, () => false),
    participantOf: (leaf) => ("pledge" in leaf ? leaf.pledge.slice(0, 2) : null),
    needs: [],
  };
  return dependencyGraph(source, ALL);
}

const DEADLOCK = graphOf({
  "BE-3-001": { all: [on("US-4-001"), { approval: "a" }] },
  "DE-3-001": { all: [on("US-4-001"), { trigger: "RULES" }] },
  "UA-4-001": on("US-4-001"),
  "US-4-001": { all: [on("UA-4-001"), { approval: "c" }] },
});

test("events come first, what only waits comes last, and a deadlock is in between, at the top", async () => {
  const layers = await findLayers(layersAsked(DEADLOCK));
  expect(layers).toHaveLength(3);
  const { boxes, edges, circles } = placed(DEADLOCK, layers ?? []);
  const look = Object.fromEntries(boxes.map((one) => [one.box.id, one.look]));
  expect(look).toEqual({
    "BE-3-001": "waits",
    "DE-3-001": "waits",
    "UA-4-001": "between",
    "US-4-001": "between",
    ...{ RULES: "event", a: "event", c: "event" },
  });
  expect(circles).toHaveLength(1);
  const [us] = boxes.filter(({ box }) => box.id === "US-4-001");
  expect((us?.y ?? 999) - (us?.height ?? 0) / 2).toBeLessThan(40);
  expect(edges.filter(({ isShut }) => isShut)).toHaveLength(4);
});

test("the same graph is laid out once", async () => {
  const asked = layersAsked(DEADLOCK);
  expect(findLayers(asked)).toBe(findLayers(structuredClone(asked)));
  expect(await findLayers({ boxes: [], edges: [] })).toEqual([]);
});

const aDrawing = fc
  .array(fc.array(fc.nat({ max: 39 }), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 40 })
  .map((waits) =>
    Object.fromEntries(
      waits.map((named, n) => [
        `AA-3-${String(100 + n)}`,
        { all: named.map((one): Leaf => (one % 3 === 0 ? { trigger: `T${one}` } : on(`AA-3-${100 + one}`))) },
      ]),
    ),
  );

test("no two boxes overlap, each is in one layer, and every line between two boxes is drawn", () => {
  fc.assert(
    fc.property(aDrawing, (conditions) => {
      const graph = graphOf(conditions);
      const layers = layersOf(layersAsked(graph));
      const { boxes, edges } = placed(graph, layers);
      expect(boxes.map(({ box }) => box.id).sort()).toEqual(graph.boxes.map(({ id }) => id).sort());
      expect(edges).toHaveLength(graph.edges.filter(({ from, to }) => from !== to).length);
      for (const [place, one] of boxes.entries())
        for (const other of boxes.slice(place + 1))
          if (one.x === other.x)
            expect(Math.abs(one.y - other.y)).toBeGreaterThanOrEqual((one.height + other.height) / 2 - 0.01);
      expect(edges.every(({ path }) => !path.includes("NaN"))).toBe(true);
    }),
    { numRuns: cases(40) },
  );
});

test("words are cut to the room they have", () => {
  expect(fitted("Bundestag votes", 400, 14)).toBe("Bundestag votes");
  expect(fitted("Bundestag votes on the mandate of the force", 100, 14)).toMatch(/^Bundestag.*…$/);
  expect(widthOf(fitted("Верховна Рада ратифікує угоду", 90, 14), 14)).toBeLessThanOrEqual(90);
});

test("a drawing with more lines than an eye can follow is not laid out", async () => {
  const boxes = Array.from({ length: 120 }, (_, n) => ({ id: `b${n}`, height: 20, layer: n < 60 ? 0 : 2 }));
  const lines = (count: number) =>
    Array.from({ length: count }, (_, n) => ({ from: `b${n % 60}`, to: `b${60 + ((n * 7) % 60)}` }));
  expect(await findLayers({ boxes, edges: lines(MOST_LINES + 1) })).toBeNull();
  expect(await findLayers({ boxes: boxes.slice(0, 61), edges: lines(1) })).not.toBeNull();
});
