// Single cases of what a condition leaves open. The second implementation found the first of them.
import { describe, expect, test } from "vitest";
import type { PledgeFact } from "@/lib/domain/conditions/leaf-facts";
import type { Condition, Leaf } from "@/lib/domain/pledge/condition";
import type { Evidence } from "@/lib/domain/pledge/evidence";
import { unresolvedEver, type UnresolvedCode } from "@/lib/domain/unresolved/unresolved";
import { aPiece, aPledge, BARE, NOW } from "../../support/cast";

const on = (pledge: string): Leaf => ({ pledge, atLeast: "COMMITTED" });
const fact = (reference: string, change: Partial<PledgeFact>): PledgeFact => ({
  ...aPledge({ reference }),
  ...change,
});
const found = (
  code: UnresolvedCode,
  condition: Condition,
  { pledges = [], evidence = [] }: { pledges?: PledgeFact[]; evidence?: Evidence[] } = {},
) =>
  unresolvedEver(aPledge({ condition, conditionSetOn: "2026-01-07", evidence }), {
    ...BARE,
    facts: { ...BARE.facts, pledges },
  }).find((item) => item.code === code);

describe("the day since when a pledge waits for another", () => {
  const promised = fact("GB-3-002", { stage: "PLEDGED", stageSetOn: "2026-01-10" });
  test.each<[string, Partial<PledgeFact>, PledgeFact, UnresolvedCode, string]>([
    [
      "it was as far, until another took its place that isn't",
      { stage: "SUPERSEDED", stageSetOn: "2026-02-03" },
      promised,
      "DEPENDS_ON_PARTNER",
      "2026-02-03",
    ],
    [
      "the other has stepped down since",
      { stage: "SUPERSEDED", stageSetOn: "2026-02-03" },
      { ...promised, stageSetOn: "2026-02-09" },
      "DEPENDS_ON_PARTNER",
      "2026-02-09",
    ],
    [
      "voided after midnight in Kyiv, and replaced",
      { voided: { at: "2026-02-04T22:30:00.000Z", reason: "Wrong priority" } },
      promised,
      "DEPENDS_ON_PARTNER",
      "2026-02-05",
    ],
    [
      "the other had ended before",
      { stage: "SUPERSEDED", stageSetOn: "2026-02-03" },
      { ...promised, stage: "LAPSED" },
      "CONDITION_DEAD",
      "2026-02-03",
    ],
  ])("%s", (_, older, newer, code, since) => {
    const pledges = [fact("GB-3-001", { ...older, supersededBy: "GB-3-002" }), newer];
    expect(found(code, on("GB-3-001"), { pledges })?.since).toBe(since);
  });
});

describe("a leaf that someone is said to have stated or reported", () => {
  const said = aPiece("OFFICIAL_STATEMENT", { id: "said", field: "condition" });
  const other = aPiece("OFFICIAL_STATEMENT", { id: "other", field: "stage" });
  const gone = { at: NOW, reason: "Withdrawn by its publisher" };
  const stated: Leaf = { ...on("GB-3-001"), basis: "STATED", evidence: ["named"] };

  test.each<[string, Condition, Evidence[], boolean]>([
    ["rests on the evidence it names", stated, [{ ...other, id: "named" }], true],
    ["rests on evidence on the condition", { ...stated, evidence: [] }, [said], true],
    [
      "rests on that also where what it names was retracted",
      stated,
      [said, { ...other, id: "named", retracted: gone }],
      true,
    ],
    ["rests on nothing that was retracted", stated, [{ ...said, retracted: gone }], false],
    ["rests on nothing that contradicts it", stated, [{ ...said, supports: false }], false],
    ["rests on nothing that speaks to something else", stated, [other], false],
    [
      "rests on nothing, also where it is written again as our reading",
      { any: [stated, { ...on("GB-3-001"), basis: "INFERRED" }] },
      [],
      false,
    ],
    ["needs nothing as our reading", { ...stated, basis: "INFERRED" }, [], true],
    ["needs nothing where nobody said who says so", on("GB-3-001"), [], true],
  ])("%s", (_, condition, evidence, isSourced) => {
    expect(found("CONDITION_UNSOURCED", condition, { evidence })?.params.causes.length ?? 0).toBe(
      isSourced ? 0 : 1,
    );
  });
});
