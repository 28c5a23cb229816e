// A condition read as a sentence: the words of each leaf, and brackets so that it reads one way only.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluate, leavesOf, type Condition, type Leaf } from "@/lib/domain/pledge/condition";
import { NO_FACTS, type LeafFacts } from "@/lib/domain/conditions/leaf-facts";
import { conditionSentence, conditionWords } from "@/lib/i18n/words/condition-words";
import { anApproval } from "../support/cast";
import { anyCondition } from "../support/any/random-conditions";

const ceasefire: Leaf = { trigger: "CEASEFIRE_IN_FORCE" };
const rules: Leaf = { trigger: "FORCE_RULES_AGREED" };
const vote = anApproval({ body: "the Bundestag" });
const consent = anApproval({
  id: "00000000-0000-4000-8000-0000000000a2",
  kind: "HOST_CONSENT",
  body: "Ukraine",
  subject: "French sites",
});
const us: Leaf = { pledge: "US-4-001", atLeast: "COMMITTED" };
const facts: LeafFacts = {
  ...NO_FACTS,
  approvals: [vote, consent],
  triggers: [
    {
      code: "FORCE_RULES_AGREED",
      title: "Clear rules agreed",
      waiting: "BLOCKING",
      state: "UNKNOWN",
      since: null,
      createdAt: "2026-01-07T08:00:00.000Z",
    },
  ],
};

describe("a condition reads as a sentence", () => {
  const b: Leaf = { approval: vote.id };
  test.each<[Condition | null, string]>([
    [null, "No condition: it waits for nothing on record."],
    [ceasefire, "Starts when the ceasefire is in force."],
    [
      { all: [ceasefire, b, us] },
      "Starts when the ceasefire is in force and the Bundestag has approved and US-4-001 is committed.",
    ],
    [
      { all: [ceasefire, { any: [us, { approval: consent.id }] }] },
      "Starts when the ceasefire is in force and (US-4-001 is committed or Ukraine has consented (“French sites”)).",
    ],
    [
      { any: [{ not: rules }, { not: { all: [ceasefire, us] } }] },
      "Starts when “Clear rules agreed” is not met or not (the ceasefire is in force and US-4-001 is committed).",
    ],
    [{ not: { not: { all: [{ any: [us] }] } } }, "Starts when US-4-001 is committed."],
    [{ not: { all: [us] } }, "Starts when US-4-001 is not committed."],
    [{ approval: "unknown" }, "Starts when another participant’s approval is given."],
    [{ trigger: "" }, "Starts when [not chosen yet]."],
  ])("%j: %s", (condition, sentence) => {
    expect(conditionWords(condition, facts)).toBe(sentence);
  });
  test("the words that join clauses are marked as joins", () => {
    const joins = conditionSentence({ all: [us, { not: { any: [us, ceasefire] } }] }, facts).flatMap(
      ({ is, text }) => (is === "join" ? [text] : []),
    );
    expect(joins).toEqual(["and", "not", "or"]);
  });
  test("an approval says what it is about if the same body gives another", () => {
    const twin = { ...vote, id: "00000000-0000-4000-8000-0000000000a3", subject: "Sensors" };
    expect(conditionWords({ approval: twin.id }, { ...facts, approvals: [vote, twin] })).toBe(
      "Starts when the Bundestag has approved (“Sensors”).",
    );
  });
});

test("read back word by word, a sentence means what the condition says", () => {
  const letter = fc.constantFrom("A", "B", "C", "D", "E").map((trigger): Leaf => ({ trigger }));
  fc.assert(
    fc.property(anyCondition(letter), fc.func(fc.constantFrom(true, false, null)), (condition, known) => {
      const truthOf = (leaf: Leaf) => known("trigger" in leaf ? leaf.trigger : "");
      const read = readBack(conditionWords(condition, NO_FACTS));
      expect(new Set(leavesOf(read).map((leaf) => JSON.stringify(leaf)))).toEqual(
        new Set(leavesOf(condition).map((leaf) => JSON.stringify(leaf))),
      );
      expect(evaluate(read, truthOf)).toBe(evaluate(condition, truthOf));
    }),
    { numRuns: 300 },
  );
});

/** Knows brackets, but no precedence of "and" over "or": throws where they meet without brackets. */
function readBack(sentence: string): Condition {
  const said = /^Starts when (.*)\.$/.exec(sentence)?.[1] ?? "";
  const tokens = said.match(/\(|\)|;|and|or|at least \d+ of|not(?= \(| at)|“[A-E]” is (?:not )?met/g) ?? [];
  const clauses = (): Condition => {
    const parts = [clause()];
    const join = tokens[0];
    while (tokens[0] === "and" || tokens[0] === "or") {
      if (tokens.shift() !== join) throw new Error(`“and” beside “or”: ${sentence}`);
      parts.push(clause());
    }
    return join === "or" ? { any: parts } : { all: parts };
  };
  const clause = (): Condition => {
    const token = tokens.shift() ?? "";
    if (token === "not") return { not: clause() };
    const kOf = Number(/^at least (\d+)/.exec(token)?.[1]);
    if (kOf > 0) {
      const of: Condition[] = [];
      while (tokens[0] === "(" || tokens[0] === ";") {
        tokens.shift();
        of.push(clause());
      }
      tokens.shift();
      return { kOf, of };
    }
    if (token === "(") {
      const inner = clauses();
      tokens.shift();
      return inner;
    }
    const leaf: Leaf = { trigger: token.charAt(1) };
    return token.includes("not") ? { not: leaf } : leaf;
  };
  return clauses();
}
