// The graph of who waits for whom: unfiltered, every wait is in it once, however much of it is collapsed.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isActionable, leafKey, leavesOf, type Condition, type Leaf } from "@/lib/domain/pledge/condition";
import { cyclesAmong } from "@/lib/domain/conditions/deadlock";
import {
  MOST_BOXES,
  type GraphQuestion,
  type GraphSource,
  type DependencyGraph,
} from "@/lib/domain/conditions/graph/graph";
import { suppositionName, suppositionNamed } from "@/lib/domain/conditions/graph/suppose";
import { dependencyGraph } from "@/lib/domain/conditions/graph/dependency-graph";
import { cases } from "@/tests/support/cases";

const ALL: GraphQuestion = {
  about: null,
  participant: [],
  priority: [],
  depth: null,
  dormant: "with",
  needs: "without",
  suppose: [],
};
const CEASEFIRE: Leaf = { trigger: "CEASEFIRE" };
const VOTE: Leaf = { approval: "vote" };
const at = (pledge: string, basis?: Leaf["basis"]): Leaf => ({
  pledge,
  atLeast: "COMMITTED",
  ...(basis ? { basis } : {}),
});

function sourceOf(conditions: Record<string, Condition>, needs: GraphSource["needs"] = []): GraphSource {
  const pledges = Object.entries(conditions).map(([reference, condition]) => ({
    reference,
    participant: reference.split("-")[0] ?? "",
    priority: 3 as const,
    condition,
    conditionSetOn: "2026-01-07",
  }));
  const truthOf = () => false;
  return {
    pledges,
    context: { truthOf, isDormant: (leaf) => "trigger" in leaf && leaf.trigger === "CEASEFIRE" },
    cycles: cyclesAmong(pledges, truthOf),
    participantOf: (leaf) => ("pledge" in leaf ? (leaf.pledge.split("-")[0] ?? null) : null),
    needs,
  };
}

const boxOf = (graph: DependencyGraph, node: string) =>
  graph.boxes.find(({ nodes }) => nodes.some(({ id }) => id === node));

describe("a deadlock, and what hangs on it", () => {
  const source = sourceOf(
    {
      "BE-3-001": { all: [at("US-4-001"), CEASEFIRE] },
      "DE-3-001": { any: [at("US-4-001", "INFERRED"), VOTE] },
      "IT-1-001": CEASEFIRE,
      "UA-4-001": at("US-4-001"),
      "US-4-001": { all: [at("UA-4-001"), VOTE] },
    },
    [{ reference: "REQ-001", title: "Ships", pledges: ["BE-3-001", "XX-1-001"] }],
  );
  const graph = dependencyGraph(source, { ...ALL, dormant: "without" });

  test("a pledge that waits for the ceasefire alone has no box; one that also waits for it is marked", () => {
    expect(graph.asleep).toEqual(["IT-1-001"]);
    expect(graph.boxes.map(({ id }) => id).sort()).toEqual([
      "BE-3-001",
      "DE-3-001",
      "UA-4-001",
      "US-4-001",
      "vote",
    ]);
    expect(boxOf(graph, "BE-3-001")).toMatchObject({ dormant: 1, waiting: 1, starting: 0 });
    expect(boxOf(dependencyGraph(source, ALL), "CEASEFIRE")).toMatchObject({ kind: "trigger", holdsUp: 2 });
  });
  test("the circle is a deadlock of two boxes, and the keystone holds three up", () => {
    expect(graph.cycles).toMatchObject([{ isDeadlock: true, boxes: ["UA-4-001", "US-4-001"] }]);
    expect(boxOf(graph, "US-4-001")?.holdsUp).toBe(3);
  });
  test("an edge has its basis, and says how many of several leaves are enough", () => {
    expect(graph.edges.find(({ from, to }) => from === "US-4-001" && to === "DE-3-001")).toMatchObject({
      basis: "INFERRED",
      enough: { needed: 1, of: 2 },
      stages: ["COMMITTED"],
    });
    expect(graph.edges.find(({ to }) => to === "BE-3-001")).toMatchObject({ enough: null, decides: true });
  });
  test("supposed true, the guarantee opens the deadlock and frees what waits for nothing else", () => {
    const then = dependencyGraph(source, { ...ALL, dormant: "without", suppose: [at("US-4-001")] });
    expect(then.cycles).toMatchObject([{ isDeadlock: false }]);
    expect([then.startingNow, then.starting, then.freed]).toEqual([0, 2, ["DE-3-001", "UA-4-001"]]);
    expect(then.holding[0]).toEqual({ leaf: CEASEFIRE, pledges: 2 });
    expect(then.held).toBe(3);
    const both = dependencyGraph(source, { ...ALL, suppose: [at("US-4-001"), "dormant"] });
    expect(both.freed).toEqual(["BE-3-001", "IT-1-001"]);
  });
  test("a requirement, if it is asked for, waits for the pledges offered for it", () => {
    const edges = dependencyGraph(source, { ...ALL, needs: "with" }).edges.filter(({ isOffer }) => isOffer);
    expect(edges).toMatchObject([{ from: "BE-3-001", to: "need:REQ-001" }]);
  });
  test("a depth of one shows direct neighbours only", () => {
    const one = dependencyGraph(source, { ...ALL, dormant: "without", participant: ["UA"], depth: 1 });
    expect(one.boxes.map(({ id }) => id).sort()).toEqual(["UA-4-001", "US-4-001"]);
    const about = dependencyGraph(source, { ...ALL, about: "vote", depth: 1 });
    expect(about.boxes.map(({ id }) => id).sort()).toEqual(["DE-3-001", "US-4-001", "vote"]);
    expect(dependencyGraph(source, { ...ALL, about: "ZZ-1-001" }).boxes).toEqual([]);
  });
});

test("an edge under NOT is negated, and holds while its leaf is false", () => {
  const [edge] = dependencyGraph(sourceOf({ "DE-3-001": { not: { all: [VOTE, CEASEFIRE] } } }), ALL).edges;
  expect(edge).toMatchObject({ negated: true, holds: true, enough: { needed: 1, of: 2 } });
});

test("a supposition's name is read and written back, and any other is refused", () => {
  for (const name of ["dormant", "approvals", "CEASEFIRE_IN_FORCE", "US-4-001:COMMITTED"]) {
    const read = suppositionNamed(name);
    expect(read && suppositionName(read)).toBe(name);
  }
  expect(suppositionNamed("everything")).toBeNull();
});

const CODES = ["AA", "BB", "CC", "DD"];
const aReference = fc.tuple(fc.constantFrom(...CODES), fc.integer({ min: 1, max: 70 }));
const nameOf = ([code, n]: [string, number]) => `${code}-3-${String(n).padStart(3, "0")}`;
const aLeaf: fc.Arbitrary<Leaf> = fc.oneof(
  aReference.map((reference): Leaf => at(nameOf(reference))),
  fc.integer({ min: 1, max: 90 }).map((n): Leaf => ({ approval: `approval-${n}` })),
  fc.integer({ min: 1, max: 60 }).map((n): Leaf => ({ trigger: `T${n}` })),
  fc.constant(CEASEFIRE),
);
const aCondition: fc.Arbitrary<Condition> = fc.oneof(
  aLeaf,
  fc.array(aLeaf, { minLength: 1, maxLength: 4 }).map((all): Condition => ({ all })),
  fc.array(aLeaf, { minLength: 2, maxLength: 4 }).map((of): Condition => ({ kOf: 2, of })),
);
const aRegister = fc
  .array(fc.tuple(aReference.map(nameOf), aCondition), { maxLength: 260 })
  .map((entries) => sourceOf(Object.fromEntries(entries)));
const aQuestion: fc.Arbitrary<GraphQuestion> = fc.record({
  about: fc.option(aReference.map(nameOf), { freq: 5 }),
  participant: fc.subarray(CODES),
  priority: fc.constant([]),
  depth: fc.option(fc.integer({ min: 1, max: 3 })),
  dormant: fc.constantFrom("with", "without"),
  needs: fc.constant("without" as const),
  suppose: fc.array(aLeaf, { maxLength: 2 }),
});

test("a graph never has too many boxes, a node in two of them, or an edge twice or without its boxes", () => {
  fc.assert(
    fc.property(aRegister, aQuestion, (source, question) => {
      const { boxes, edges, cycles, asleep } = dependencyGraph(source, question);
      expect(boxes.length + Number(asleep.length > 0)).toBeLessThanOrEqual(MOST_BOXES);
      const nodes = boxes.flatMap((box) => box.nodes.map(({ id }) => id));
      expect(new Set(nodes).size).toBe(nodes.length);
      const ids = new Set(boxes.map(({ id }) => id));
      expect(ids.size).toBe(boxes.length);
      expect(new Set(edges.map(({ from, to }) => `${from} ${to}`)).size).toBe(edges.length);
      expect(edges.every(({ from, to }) => ids.has(from) && ids.has(to))).toBe(true);
      expect(cycles.flatMap((cycle) => cycle.boxes).every((id) => ids.has(id))).toBe(true);
    }),
    { numRuns: cases(150) },
  );
});

test("unfiltered, every wait of every condition is in one edge or box, and no edge has more", () => {
  fc.assert(
    fc.property(aRegister, (source) => {
      const graph = dependencyGraph(source, ALL);
      const home = new Map(graph.boxes.flatMap((box) => box.nodes.map(({ id }) => [id, box.id] as const)));
      const waits = source.pledges.flatMap(({ reference, condition }) =>
        [...new Map(leavesOf(condition).map((leaf) => [leafKey(leaf), leaf])).values()].map((leaf) => {
          const node = "trigger" in leaf ? leaf.trigger : "approval" in leaf ? leaf.approval : leaf.pledge;
          return `${home.get(node)} ${home.get(reference)}`;
        }),
      );
      const told = graph.edges.reduce((sum, { count }) => sum + count, 0);
      const inside = graph.boxes.reduce((sum, box) => sum + box.inside, 0);
      expect(told + inside).toBe(waits.length);
      const drawn = new Set(graph.edges.map(({ from, to }) => `${from} ${to}`));
      const across = waits.filter((one) => one.split(" ")[0] !== one.split(" ")[1] || drawn.has(one));
      expect(new Set(across)).toEqual(drawn);
    }),
    { numRuns: cases(150) },
  );
});

test("as many pledges can start as their conditions allow, in the boxes and in total", () => {
  fc.assert(
    fc.property(aRegister, fc.array(aLeaf, { maxLength: 3 }), (source, suppose) => {
      const graph = dependencyGraph(source, { ...ALL, suppose });
      const truthOf = (leaf: Leaf) => suppose.some((one) => leafKey(one) === leafKey(leaf));
      const starting = source.pledges.filter(({ condition }) => isActionable(condition, truthOf)).length;
      expect(graph.starting).toBe(starting);
      expect(graph.boxes.reduce((sum, box) => sum + box.starting, 0)).toBe(starting);
      expect(graph.starting + graph.held).toBe(source.pledges.length);
    }),
    { numRuns: cases(100) },
  );
});
