// What is available from the day a trigger holds on: decision 0081.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { scaled } from "@/lib/domain/base/amount";
import { plusDays } from "@/lib/domain/base/day";
import { NO_FACTS, truthIn, withTriggerMet } from "@/lib/domain/conditions/leaf-facts";
import { isActionable, type Condition } from "@/lib/domain/pledge/condition";
import type { Contribution } from "@/lib/domain/pledge/contribution";
import { STAGES } from "@/lib/domain/pledge/stages";
import type { Quantity } from "@/lib/domain/pledge/quantity";
import type { Requirement } from "@/lib/domain/requirements/requirement";
import {
  requirementCoverage,
  type Covered,
  type Offered,
} from "@/lib/domain/requirements/requirement-coverage";
import { STRENGTHS } from "@/lib/domain/requirements/strength-figures";
import { pledgesOf, responseLadder, type ResponseRow } from "@/lib/domain/requirements/response-ladder";
import { ladderFinding } from "@/lib/domain/requirements/ladder-finding";
import { shownWith, type SealedNumbers } from "@/lib/domain/pledge/sealed";
import { aContribution, NOW } from "@/tests/support/cast";
import { cases } from "@/tests/support/cases";
import { aRequirement } from "./offered";

const D = "2026-03-01";

const aNeed = (change: Partial<Requirement> = {}): Requirement =>
  aRequirement({ quantity: people(1_000), neededBy: { day: 7, date: null }, ...change });

function people(min: number, kind: Quantity["kind"] = "EXACT", max: number | null = min): Quantity {
  return { kind, min, max, unit: "PERSON", asStated: null };
}

interface Given {
  participant?: string;
  line?: Partial<Contribution>;
  pledge?: Partial<Offered["pledge"]>;
  amount?: string | null;
}

const UNDATED = { availableFrom: null, availableTo: null };

/** With its own line unless one is named, ready in three days. */
function anOffer({ participant = "FR", line = {}, pledge = {}, amount = null }: Given, n = 0): Offered {
  const own = aContribution({
    id: `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`,
    quantity: people(500),
    noticeToMoveDays: 3,
    ...UNDATED,
    ...line,
  });
  return {
    offer: {
      id: `00000000-0000-4000-9000-${String(n).padStart(12, "0")}`,
      requirement: "LAND-1",
      pledge: `${participant}-3-001`,
      contribution: own.id,
      amount,
      fit: null,
      reason: null,
      withdrawn: null,
      version: 1,
      createdAt: NOW,
      updatedAt: NOW,
    },
    pledge: {
      reference: `${participant}-3-001`,
      participant,
      priority: 3,
      title: "Troops",
      stage: "ALLOCATED",
      voided: null,
      windowStart: null,
      windowEnd: null,
      actionable: true,
      ...pledge,
    },
    line: own,
    unit: own.id,
  };
}

const covered = (requirement: Requirement, ...given: Given[]): Covered => ({
  requirement,
  coverage: requirementCoverage(
    requirement,
    given.map((one, n) => anOffer(one, n)),
  ),
});

const only = (rows: readonly ResponseRow[]): ResponseRow => {
  const [row] = rows;
  if (rows.length !== 1 || !row) throw new Error(`${String(rows.length)} rows`);
  return row;
};
const firmBy = (row: ResponseRow): number[] => row.rungs.map(({ firm }) => Number(firm.low / scaled("1")));

describe("what is available on a day", () => {
  test("a contribution with three days' notice is available from the third day on", () => {
    const row = only(responseLadder([covered(aNeed(), {})], D));
    expect(row.rungs.map(({ day, on }) => [day, on])).toEqual([
      [1, "2026-03-02"],
      [2, "2026-03-03"],
      [3, "2026-03-04"],
      [7, "2026-03-08"],
      [30, "2026-03-31"],
    ]);
    expect(firmBy(row)).toEqual([0, 0, 500, 500, 500]);
    expect(row.rungs.map(({ there }) => there.firm)).toEqual([[], [], ["FR"], ["FR"], ["FR"]]);
  });
  test("one without a notice to move is available on no day, and is listed separately", () => {
    const row = only(responseLadder([covered(aNeed(), { line: { noticeToMoveDays: null } })], D));
    expect(firmBy(row)).toEqual([0, 0, 0, 0, 0]);
    expect(pledgesOf(row.unplaced)).toEqual(["FR-3-001"]);
    expect(row.rungs.every(({ firm }) => firm.unsaid === 0)).toBe(true);
  });
  test.each<[string, Given, number[]]>([
    ["from a day on", { line: { availableFrom: "2026-03-08" } }, [0, 0, 0, 500, 500]],
    ["until a day", { line: { availableTo: "2026-03-08" } }, [0, 0, 500, 500, 0]],
    ["in the pledge's window", { pledge: { windowStart: "2026-03-09" } }, [0, 0, 0, 0, 500]],
    [
      "on its own days, where it has some, whatever the pledge's window is",
      { line: { availableFrom: "2026-03-01" }, pledge: { windowStart: "2027-01-01" } },
      [0, 0, 500, 500, 500],
    ],
  ])("available %s", (_says, given, firm) => {
    expect(firmBy(only(responseLadder([covered(aNeed(), given)], D)))).toEqual(firm);
  });
  test("one that takes longer than the ladder is listed separately as well", () => {
    const row = only(responseLadder([covered(aNeed(), { line: { noticeToMoveDays: 31 } })], D));
    expect(pledgesOf(row.other)).toEqual(["FR-3-001"]);
  });
  test("a pledge that waits for something else is available on no day, at any strength", () => {
    for (const stage of ["PLEDGED", "COMMITTED", "ALLOCATED"] as const) {
      const row = only(responseLadder([covered(aNeed(), { pledge: { stage, actionable: false } })], D));
      for (const rung of row.rungs) for (const strength of STRENGTHS) expect(rung[strength].low).toBe(0n);
      expect(pledgesOf(row.waiting)).toEqual(["FR-3-001"]);
    }
  });
  test("a participant is firm, conditional or indicative by the pledge's stage", () => {
    const given = (["ALLOCATED", "COMMITTED", "PLEDGED", "SIGNALLED"] as const).map((stage, n) => ({
      participant: ["FR", "GB", "EE", "LV"][n] ?? "",
      pledge: { stage },
    }));
    const row = only(responseLadder([covered(aNeed(), ...given)], D));
    expect(row.rungs[2]?.there).toEqual({ firm: ["FR"], conditional: ["GB"], indicative: ["EE"] });
  });
  test("inexact amounts stay inexact in their sum", () => {
    const given = [
      { line: { quantity: people(300, "APPROXIMATE") } },
      { participant: "GB", line: { quantity: people(200, "AT_LEAST", null) } },
    ];
    const firm = only(responseLadder([covered(aNeed(), ...given)], D)).rungs[4]?.firm;
    expect(firm).toMatchObject({ low: scaled("500"), high: null, about: true });
  });
});

describe("compared with what is needed by then", () => {
  test("a need is due by a day after the trigger or a date, and one without either is in no column", () => {
    const needs = [
      covered(aNeed({ reference: "A", neededBy: { day: 2, date: null } })),
      covered(aNeed({ reference: "B", neededBy: { day: null, date: "2026-03-08" } })),
      covered(aNeed({ reference: "C", neededBy: { day: null, date: null } })),
      covered(aNeed({ reference: "D", closed: { at: NOW, reason: "Not needed." } })),
    ];
    const row = only(responseLadder(needs, D));
    expect(row.rungs.map(({ short }) => short.map(({ requirement }) => requirement))).toEqual([
      [],
      ["A"],
      ["A"],
      ["A", "B"],
      ["A", "B"],
    ]);
    expect(row.rungs.map(({ need }) => Number(need / scaled("1")))).toEqual([0, 1000, 1000, 2000, 2000]);
    expect(row.undated).toEqual(["C"]);
  });
  test("one requirement's surplus covers no other", () => {
    const rich = covered(aNeed({ reference: "A" }), { line: { quantity: people(9_000) } });
    const poor = covered(aNeed({ reference: "B" }), { participant: "GB", line: { quantity: people(100) } });
    const row = only(responseLadder([rich, { ...poor, coverage: withOtherLine(poor) }], D));
    expect(row.rungs[3]?.short).toEqual([{ requirement: "B", amount: scaled("900"), sealed: false }]);
    expect(firmBy(row)[3]).toBe(9_100);
  });
  test("each domain, unit and currency has its own row, in the order of the lists", () => {
    const ships: Quantity = { ...people(3), unit: "SHIP" };
    const rows = responseLadder(
      [
        covered(aNeed({ domain: "SEA", quantity: ships })),
        covered(aNeed({ domain: "LAND", quantity: null, money: { amount: "5", currency: "GBP" } })),
        covered(aNeed({ domain: "LAND", quantity: null, money: { amount: "5", currency: "EUR" } })),
        covered(aNeed({ domain: "LAND" })),
      ],
      D,
    );
    expect(rows.map(({ domain, measure }) => [domain, ...Object.values(measure)])).toEqual([
      ["LAND", "PERSON"],
      ["LAND", "EUR"],
      ["LAND", "GBP"],
      ["SEA", "SHIP"],
    ]);
  });
  test.each<[string, (string | null)[], number]>([
    ["wholly for two requirements counts once", [null, null], 500],
    ["in two parts counts both", ["300", "150"], 450],
    ["in parts that exceed it counts no more than there is", ["300", "300"], 500],
  ])("one contribution offered %s", (_says, [a, b], firm) => {
    const needs = [a, b].map((amount = null, n) =>
      covered(aNeed({ reference: `R-${String(n)}` }), { amount }),
    );
    expect(firmBy(only(responseLadder(needs, D)))[4]).toBe(firm);
  });
  test("if a contribution's parts differ in strength, the weaker counts what the stronger leaves", () => {
    const firm = covered(aNeed({ reference: "A" }), { amount: "300" });
    // Of another kind than needed: nobody has judged, so it isn't firm.
    const open = covered(aNeed({ reference: "B", capability: "AIR" }), { amount: "300" });
    const rung = only(responseLadder([firm, open], D)).rungs[4];
    expect(rung?.firm.low).toBe(scaled("300"));
    expect(rung?.conditional.low).toBe(scaled("200"));
  });
  test("a contribution without a number is counted once as such, at its strongest", () => {
    const line = { quantity: { ...people(0, "QUALITATIVE"), min: null, max: null, asStated: "several" } };
    const firm = covered(aNeed({ reference: "A" }), { line });
    const open = covered(aNeed({ reference: "B", capability: "AIR" }), { line });
    const rung = only(responseLadder([firm, open], D)).rungs[4];
    expect([rung?.firm.unsaid, rung?.conditional.unsaid]).toEqual([1, 0]);
  });
});

describe("which pledges a trigger concerns", () => {
  const facts = {
    ...NO_FACTS,
    triggers: [
      { code: "RENEWED_ATTACK", state: "NOT_MET" as const },
      { code: "CEASEFIRE_IN_FORCE", state: "NOT_MET" as const },
    ],
  };
  const attack: Condition = { trigger: "RENEWED_ATTACK" };
  const ceasefire: Condition = { trigger: "CEASEFIRE_IN_FORCE" };
  test.each<[string, Condition | null, boolean]>([
    ["waits for nothing", null, true],
    ["waits for it", attack, true],
    ["waits for it or another", { any: [attack, ceasefire] }, true],
    ["waits for it and another", { all: [attack, ceasefire] }, false],
    ["waits for another", ceasefire, false],
    ["is for when it does not hold", { not: attack }, false],
  ])("one that %s", (_says, condition, concerned) => {
    expect(isActionable(condition, withTriggerMet(truthIn(facts, null), "RENEWED_ATTACK"))).toBe(concerned);
  });
});

const aGiven: fc.Arbitrary<Given> = fc.record({
  participant: fc.constantFrom("FR", "GB", "DE"),
  line: fc.record({
    quantity: fc.oneof(
      fc.nat(2_000).map((n) => people(n)),
      fc.nat(2_000).map((n) => people(n, "APPROXIMATE")),
      fc.nat(2_000).map((n) => people(n, "AT_LEAST", null)),
      fc.constant<Quantity>({ ...people(0, "NOT_STATED"), min: null, max: null }),
      fc.constant<Quantity>({ ...people(0, "QUALITATIVE"), min: null, max: null, asStated: "several" }),
    ),
    noticeToMoveDays: fc.option(fc.nat(40), { nil: null }),
    availableFrom: fc.option(
      fc.nat(40).map((n) => plusDays(D, n)),
      { nil: null },
    ),
    availableTo: fc.constant(null),
  }),
  pledge: fc.record({ stage: fc.constantFrom(...STAGES), actionable: fc.boolean() }),
  amount: fc.option(fc.nat(900).map(String), { nil: null }),
});
const someGiven = fc.array(aGiven, { maxLength: 8 });

describe("over random offers", () => {
  const law = (given: typeof someGiven, holds: (row: ResponseRow, one: Covered) => void) =>
    fc.assert(
      fc.property(given, (some) => {
        const one = covered(aNeed(), ...some);
        holds(only(responseLadder([one], D)), one);
      }),
      { numRuns: cases(300) },
    );

  test("without an end of availability, whatever is available stays so", () => {
    law(someGiven, ({ rungs }) => {
      for (const [n, later] of rungs.entries()) {
        const before = rungs[n - 1];
        if (!before) continue;
        for (const strength of STRENGTHS) {
          expect(later[strength].low >= before[strength].low).toBe(true);
          expect(later.there[strength]).toEqual(expect.arrayContaining(before.there[strength]));
        }
      }
    });
  });
  test("the last day has the coverage's figures if all notices are known and nothing waits", () => {
    const ready = someGiven.map((some) =>
      some.map((one) => ({
        ...one,
        line: { ...one.line, ...UNDATED, noticeToMoveDays: (one.line?.noticeToMoveDays ?? 0) % 31 },
        pledge: { ...one.pledge, actionable: true },
      })),
    );
    law(ready, ({ rungs }, { coverage }) => {
      const last = rungs.at(-1);
      for (const strength of STRENGTHS) expect(last?.[strength]).toEqual(coverage[strength]);
      expect(last?.short.map(({ amount }) => amount)).toEqual(
        coverage.shortfall === 0n ? [] : [coverage.shortfall],
      );
    });
  });
  test("each offer that counts is available on some day, or listed separately once", () => {
    law(someGiven, ({ unplaced, waiting, other, rungs }, { coverage }) => {
      const apart = [...unplaced, ...waiting, ...other].map(({ offer }) => offer.id);
      expect(new Set(apart).size).toBe(apart.length);
      const counting = coverage.offers.filter(({ counts }) => counts !== null);
      const present = counting.filter(({ offer }) => !apart.includes(offer.id));
      const named = rungs.flatMap(({ there }) => STRENGTHS.flatMap((strength) => there[strength]));
      expect(new Set(present.map(({ pledge }) => pledge.participant))).toEqual(new Set(named));
    });
  });
  test("a sealed number adds nothing that could be subtracted, and is counted as sealed", () => {
    const commitment = "c".repeat(64);
    const quantity: Quantity = { ...people(0, "SEALED"), min: null, max: null, commitment };
    const sealed: Given = { participant: "GB", line: { quantity, noticeToMoveDays: 1, ...UNDATED } };
    const ladder = (some: readonly Given[]): ResponseRow =>
      only(responseLadder([shownTo(NOBODY_CLEARED, some)], D));
    fc.assert(
      fc.property(someGiven, (some) => {
        const [without, rungs] = [ladder(some).rungs, ladder([...some, sealed]).rungs];
        for (const [n, rung] of rungs.entries()) {
          const { firm, ...others } = { ...without[n] } as (typeof rungs)[number];
          expect(rung.firm).toEqual({ ...firm, sealed: firm.sealed + 1 });
          expect(rung.conditional).toEqual(others.conditional);
          expect(rung.short.map(({ amount }) => amount)).toEqual(others.short.map(({ amount }) => amount));
          expect(rung.short.every((one) => one.sealed)).toBe(true);
        }
      }),
      { numRuns: cases(100) },
    );
    const cleared = shownTo(new Map([[commitment, { min: 700, max: 700, unit: "PERSON" }]]), [sealed]);
    expect(firmBy(only(responseLadder([cleared], D)))).toEqual([700, 700, 700, 700, 700]);
  });
});

const NOBODY_CLEARED: SealedNumbers = new Map();

function shownTo(numbers: SealedNumbers, given: readonly Given[]): Covered {
  const offers = given.map((one, n) => anOffer(one, n));
  const requirement = aNeed();
  return { requirement, coverage: requirementCoverage(requirement, shownWith(offers, numbers)) };
}

/** The same with a contribution of another id than the other requirement's. */
function withOtherLine({ requirement, coverage }: Covered): Covered["coverage"] {
  const id = "00000000-0000-4000-8000-0000000000ff";
  return requirementCoverage(
    requirement,
    coverage.offers.map(({ offer, pledge, line }) => ({
      offer: { ...offer, contribution: id },
      pledge,
      line: line && { ...line, id },
      unit: id,
    })),
  );
}

describe("what the ladder shows, in figures", () => {
  const findingOf = (...all: Covered[]) => ladderFinding(responseLadder(all, D));

  test.each<[string, Given[], Partial<Requirement>, ReturnType<typeof ladderFinding>]>([
    ["nobody is there", [], {}, { needed: 1, filled: 0, first: null, silent: 0 }],
    ["half of it is there", [{}], {}, { needed: 1, filled: 0, first: 3, silent: 0 }],
    [
      "all of it is there",
      [{ line: { quantity: people(1_000), noticeToMoveDays: 1 } }],
      {},
      { needed: 1, filled: 1, first: 1, silent: 0 },
    ],
    [
      "who doesn't say how long it takes is told",
      [{ line: { noticeToMoveDays: null } }],
      {},
      { needed: 1, filled: 0, first: null, silent: 1 },
    ],
    [
      "nothing is needed so early",
      [{ pledge: { stage: "PLEDGED" } }],
      { neededBy: { day: 60, date: null } },
      { needed: 0, filled: 0, first: null, silent: 0 },
    ],
  ])("%s", (_, given, need, finding) => {
    expect(findingOf(covered(aNeed(need), ...given))).toEqual(finding);
  });
});
