// The condition in its editor: what is read is what is sent, and no move loses or doubles a line.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  conditionOf,
  conditionDraftOf,
  lineAt,
  type Group,
  type ConditionLine,
} from "@/components/conditions/condition-form/draft";
import {
  homeOf,
  withLineMoved,
  MOVES,
  nextId,
  wayIn,
  withLineChanged,
  withLine,
  withoutLine,
} from "@/components/conditions/condition-form/moves";
import {
  DEEPEST,
  depthOf,
  evaluate,
  leafKey,
  leavesOf,
  type Condition,
  type Leaf,
  type Truth,
} from "@/lib/domain/pledge/condition";
import { anyCondition, aPledgeLeaf, aTriggerLeaf } from "../support/any/random-conditions";

const draft = (condition: Condition | null): Group => conditionDraftOf(condition, () => "FR");
const leaf = fc.oneof(aTriggerLeaf, aPledgeLeaf(["US-4-001", "UA-4-001"]));
const idsIn = (line: ConditionLine): number[] => [
  line.id,
  ...(line.kind === "group" ? line.parts.flatMap(idsIn) : []),
];
const a: Leaf = { trigger: "A" };
const b: Leaf = { trigger: "B" };
const c: Leaf = { trigger: "C" };

test("a condition read and sent again is the same, but for groups of one and double negations", () => {
  const whole: Condition = { all: [a, { any: [b, { not: c }] }, { not: { any: [a, b] } }] };
  expect(conditionOf(draft(whole))).toEqual(whole);
  expect(conditionOf(draft(a))).toEqual(a);
  expect(conditionOf(draft({ not: a }))).toEqual({ not: a });
  expect(conditionOf(draft({ not: { not: { all: [a] } } }))).toEqual(a);
  expect(conditionOf(draft(null))).toBeNull();
});

test("any condition means the same when it is sent, and reading that again changes nothing", () => {
  fc.assert(
    fc.property(
      anyCondition(leaf),
      fc.func(fc.constantFrom<Truth>(true, false, null)),
      (condition, known) => {
        const sent = conditionOf(draft(condition));
        if (sent === null) throw new Error("a condition became nothing");
        const truthOf = (one: Leaf) => known(leafKey(one));
        expect(evaluate(sent, truthOf)).toBe(evaluate(condition, truthOf));
        expect(leavesOf(sent)).toEqual(leavesOf(condition));
        expect(conditionOf(draft(sent))).toEqual(sent);
      },
    ),
  );
});

test("moves of any kind keep every line once, and stay within the depth that can be read", () => {
  const step = fc.record({ move: fc.constantFrom(...MOVES), of: fc.nat() });
  fc.assert(
    fc.property(anyCondition(leaf), fc.array(step, { maxLength: 20 }), (condition, steps) => {
      let whole = draft(condition);
      const leaves = leavesOf(condition).map(leafKey).sort();
      for (const { move, of } of steps) {
        const ids = idsIn(whole);
        const id = ids[of % ids.length] ?? 0;
        const next = withLineMoved(whole, id, move);
        if (next === null) continue;
        expect(next).not.toEqual(whole);
        whole = next;
        const sent = conditionOf(whole);
        expect(leavesOf(sent).map(leafKey).sort()).toEqual(leaves);
        expect(new Set(idsIn(whole)).size).toBe(idsIn(whole).length);
        expect(sent && depthOf(sent)).toBeLessThanOrEqual(DEEPEST);
      }
    }),
  );
});

describe("a line", () => {
  const whole = draft({ all: [a, b, { any: [c, b] }] });
  const [first, second, group] = whole.parts.map(({ id }) => id) as [number, number, number];

  test("moves up and down among its neighbours, and no further", () => {
    expect(withLineMoved(whole, first, "up")).toBeNull();
    expect(withLineMoved(whole, group, "down")).toBeNull();
    expect(conditionOf(withLineMoved(whole, second, "up") as Group)).toEqual({
      all: [b, a, { any: [c, b] }],
    });
  });
  test("moves into the group next to it, or into a new one of the other kind", () => {
    expect([wayIn(whole, second), wayIn(whole, first)]).toEqual(["below", "new"]);
    expect(conditionOf(withLineMoved(whole, second, "in") as Group)).toEqual({
      all: [a, { any: [b, c, b] }],
    });
    expect(conditionOf(withLineMoved(whole, first, "in") as Group)).toEqual({
      all: [{ any: [a] }, b, { any: [c, b] }],
    });
  });
  test("moves out of its group, which disappears when it is empty", () => {
    const own = withLineMoved(whole, first, "in") as Group;
    expect(withLineMoved(own, first, "out")).toEqual(whole);
    expect(withLineMoved(whole, first, "out")).toBeNull();
  });
  test("is removed, with all that is in it", () => {
    expect(conditionOf(withoutLine(whole, group))).toEqual({ all: [a, b] });
  });
  test("is added, unless it would be too deep to read", () => {
    let deep: Group = draft(a);
    for (let n = 0; n < 20; n += 1) {
      const made: ConditionLine = { id: nextId(deep), kind: "group", of: "any", k: 2, not: false, parts: [] };
      const deeper = withLine(deep, idsIn(deep).at(-1) === 1 ? 0 : (idsIn(deep).at(-1) ?? 0), made);
      if (deeper === null) return expect(n).toBe(DEEPEST - 1);
      deep = deeper;
    }
    throw new Error("no end to it");
  });
});

test("an error that the register finds is shown at the line it is about", () => {
  const whole = draft({ all: [a, { not: { any: [b, { not: c }] } }] });
  const [, group] = whole.parts as [ConditionLine, Group];
  const at = (path: string) => lineAt(whole, path).id;
  expect(at("condition.all.0.trigger")).toBe(whole.parts[0]?.id);
  expect(at("condition.all.1.not.any")).toBe(group.id);
  expect(at("condition.all.1.not.any.1.not.trigger")).toBe(group.parts[1]?.id);
  expect(at("condition")).toBe(0);
  const alone = withLineChanged(draft(a), 1, { not: true });
  expect(lineAt(alone, "condition.not.trigger").id).toBe(homeOf(alone, 1)?.group.parts[0]?.id);
});
