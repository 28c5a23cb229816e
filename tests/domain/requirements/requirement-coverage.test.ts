import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addAmounts, decimalOf, scaled } from "@/lib/domain/base/amount";
import { firmGains } from "@/lib/domain/requirements/firm-gain";
import { CAVEAT_CATEGORIES, CONTRIBUTION_KINDS, DOMAINS, LOCATIONS } from "@/lib/domain/pledge/contribution";
import { CAVEAT_TABLE, FITS, judge, whyNotOffer, type Offer } from "@/lib/domain/requirements/offer";
import type { BoundedMoney, Money } from "@/lib/domain/pledge/money";
import { QUANTITY_KINDS, UNITS, intervalOf, type Quantity } from "@/lib/domain/pledge/quantity";
import type { Requirement } from "@/lib/domain/requirements/requirement";
import {
  requirementCoverage,
  daysOfChange,
  hasUnsaid,
  presenceOn,
  sorted,
  type Offered,
} from "@/lib/domain/requirements/requirement-coverage";
import { STRENGTHS } from "@/lib/domain/requirements/strength-figures";
import { STAGES } from "@/lib/domain/pledge/stages";
import { unresolved } from "@/lib/domain/unresolved/unresolved";
import { aContribution, aPledge, BARE, NOW } from "@/tests/support/cast";
import { cases } from "@/tests/support/cases";
import { anOffer, aRequirement, offered, people } from "./offered";

describe("the table of caveats and place of a requirement", () => {
  const asked = aRequirement();
  const line = (change: Parameters<typeof aContribution>[0]) =>
    judge(asked, aContribution(change), { fit: null, reason: null });

  test("a contribution without caveats, where it is needed, fits in full", () => {
    expect(line({})).toEqual({ fit: "FULL", by: "table", because: [] });
  });
  test("forces bound to neighbouring territory miss what is needed in Ukraine, and the caveat is named", () => {
    const bound = line({
      location: "NEIGHBOURING_ALLY",
      caveats: [{ category: "GEOGRAPHIC", text: "NATO territory" }],
    });
    expect(bound.fit).toBe("NEAR_MISS");
    expect(bound.because[0]).toEqual({ what: "caveat", caveat: "GEOGRAPHIC" });
  });
  test("the same forces fit what is needed next door", () => {
    const next = aRequirement({ location: "NEIGHBOURING_ALLY" });
    const forces = aContribution({
      location: "NEIGHBOURING_ALLY",
      domain: "JOINT",
      caveats: [{ category: "GEOGRAPHIC", text: "NATO territory" }],
    });
    expect(judge(next, forces, { fit: null, reason: null }).fit).toBe("FULL");
  });
  test("an unstated domain or kind matches nothing by itself, not even another unstated one", () => {
    const nothing = { fit: null, reason: null };
    for (const domain of DOMAINS) {
      const own = aContribution({ domain });
      expect(judge(aRequirement({ domain: "UNSTATED" }), own, nothing)).toMatchObject({
        fit: null,
        because: [{ what: "domain" }],
      });
      expect(judge(aRequirement({ domain }), aContribution({ domain: "UNSTATED" }), nothing).fit).toBeNull();
    }
    const other = aContribution({ kind: "OTHER" });
    expect(judge(aRequirement({ capability: "OTHER" }), other, nothing).because).toEqual([{ what: "kind" }]);
  });
  test("a fit that the table decides can't be stated, and one that it leaves open can", () => {
    fc.assert(
      fc.property(aLine, fc.constantFrom(...FITS), (own, fit) => {
        const judged = judge(asked, own, { fit: null, reason: null });
        const said = judge(asked, own, { fit, reason: "So." });
        if (judged.fit === null) expect(said).toMatchObject({ fit, by: "person" });
        else expect(said).toEqual(judged);
      }),
    );
  });
  test("each caveat alone has the effect that the table gives", () => {
    for (const category of CAVEAT_CATEGORIES) {
      const { then } = CAVEAT_TABLE[category];
      const judged = line({
        location: category === "GEOGRAPHIC" ? "BLACK_SEA" : "IN_UKRAINE",
        caveats: [{ category, text: "So." }],
      });
      expect(judged.fit).toBe(then === "OPEN" ? null : then);
    }
  });
  test("a contribution in another unit can't be offered", () => {
    const company = aContribution({ quantity: { ...people(1), unit: "COMPANY" } });
    expect(whyNotOffer(asked, aPledge(), company, { amount: null, fit: null, reason: null })).toEqual([
      { path: "contribution", code: "another-measure" },
    ]);
  });
});

/** Random lines, pledges and offers: of every place and stage, and of some kinds, units and currencies. */
const aQuantity: fc.Arbitrary<Quantity> = fc
  .record({
    kind: fc.constantFrom(...QUANTITY_KINDS),
    a: fc.nat(20_000),
    b: fc.nat(20_000),
    unit: fc.constantFrom(...UNITS.slice(0, 2)),
  })
  .map(({ kind, a, b, unit }) => {
    const [low, high] = [Math.min(a, b), Math.max(a, b)];
    const ends: Partial<Record<Quantity["kind"], [number | null, number | null]>> = {
      EXACT: [a, a],
      APPROXIMATE: [a, a],
      RANGE: [low, high],
      AT_LEAST: [a, null],
      UP_TO: [null, a],
    };
    const [min, max] = ends[kind] ?? [null, null];
    return { kind, min, max, unit, asStated: null };
  });
const aLine = fc
  .record({
    kind: fc.constantFrom(...CONTRIBUTION_KINDS.slice(0, 4)),
    domain: fc.constantFrom(...DOMAINS),
    location: fc.constantFrom(...LOCATIONS),
    quantity: aQuantity,
    money: fc.option(
      fc.record({ amount: fc.nat(1_000_000).map(String), currency: fc.constantFrom("EUR", "GBP") }),
    ),
    noticeToMoveDays: fc.option(fc.nat(60)),
    caveats: fc.array(
      fc.record({ category: fc.constantFrom(...CAVEAT_CATEGORIES), text: fc.constant("So.") }),
      { maxLength: 2 },
    ),
  })
  .map((change) => aContribution(change));
const anOffered: fc.Arbitrary<Offered> = fc
  .record({
    line: fc.oneof({ weight: 1, arbitrary: fc.constant(aContribution()) }, { weight: 2, arbitrary: aLine }),
    stage: fc.constantFrom(...STAGES),
    actionable: fc.boolean(),
    fit: fc.option(fc.constantFrom(...FITS)),
    withdrawn: fc.constantFrom(null, null, { at: NOW, reason: "So." }),
    amount: fc.option(fc.nat(9_000).map(String)),
  })
  .map(({ line, stage, actionable, fit, withdrawn, amount }) => ({
    ...offered({
      offer: { fit, reason: fit && "So.", withdrawn, amount },
      pledge: { stage, actionable },
    }),
    line,
  }));
const someOffered = fc.array(anOffered, { maxLength: 12 });

describe("coverage, over random offers (Coverage of a requirement)", () => {
  const law = (
    holds: (coverage: ReturnType<typeof requirementCoverage>, all: Offered[], asked: Requirement) => void,
  ) =>
    fc.assert(
      fc.property(someOffered, fc.boolean(), (all, inMoney) => {
        const asked = inMoney
          ? aRequirement({ quantity: null, money: { amount: "500000.50", currency: "GBP" } })
          : aRequirement();
        holds(requirementCoverage(asked, all), all, asked);
      }),
      { numRuns: cases(500) },
    );

  test("each offer counts in at most one figure, and each figure is the sum of its offers", () => {
    law(({ offers, ...coverage }) => {
      for (const strength of STRENGTHS) {
        const own = offers.filter(({ counts }) => counts === strength);
        const low = own.reduce((sum, { span }) => sum + (span?.low ?? 0n), 0n);
        expect(coverage[strength].low).toBe(low);
        const open = own.some(({ span }) => span !== null && span.high === null);
        expect(coverage[strength].high === null).toBe(open);
      }
    });
  });
  test("firm is allocated or beyond, conditional committed or beyond, and indicative pledged", () => {
    law(({ offers }) => {
      for (const { counts, pledge } of offers) {
        if (counts === "firm") expect(["ALLOCATED", "DELIVERING", "FULFILLED"]).toContain(pledge.stage);
        if (counts === "firm") expect(pledge.actionable).toBe(true);
        if (counts === "conditional")
          expect(["COMMITTED", "ALLOCATED", "DELIVERING", "FULFILLED"]).toContain(pledge.stage);
        if (counts === "indicative") expect(pledge.stage).toBe("PLEDGED");
      }
    });
  });
  test("an offer in another measure adds nothing", () => {
    law((coverage, all, asked) => {
      const alike = all.filter(({ line }) =>
        asked.money ? line?.money?.currency === "GBP" : line?.quantity.unit === "PERSON",
      );
      const { firm, conditional, indicative } = requirementCoverage(asked, alike);
      expect([firm, conditional, indicative]).toEqual([
        coverage.firm,
        coverage.conditional,
        coverage.indicative,
      ]);
    });
  });
  test("a near miss counts nowhere, nor does a withdrawn offer", () => {
    law(({ offers }) => {
      for (const { counts, judgement, offer } of offers)
        if (judgement.fit === "NEAR_MISS" || offer.withdrawn) expect(counts).toBeNull();
    });
  });
  test("firm figures count lower ends only", () => {
    law(({ offers }, _all, asked) => {
      for (const { counts, line, span, offer } of offers) {
        if (counts !== "firm" || asked.money || !line || !span) continue;
        const low = intervalOf(line.quantity)?.low ?? 0;
        const most = offer.amount === null ? low : Math.min(low, Number(offer.amount));
        expect(span.low).toBe(scaled(String(most)));
      }
    });
  });
  test("“+?” is shown exactly if an offer that counts has no number", () => {
    law((coverage, _all, asked) => {
      const silent = coverage.offers.filter(({ counts, line }) => {
        if (counts === null || !line) return false;
        return asked.money ? false : intervalOf(line.quantity) === null && line.quantity.kind !== "SEALED";
      });
      expect(hasUnsaid(coverage)).toBe(silent.length > 0);
    });
  });
  test("one more offer never lowers a figure or raises the shortfall", () => {
    fc.assert(
      fc.property(someOffered, anOffered, (all, more) => {
        const [before, after] = [
          requirementCoverage(aRequirement(), all),
          requirementCoverage(aRequirement(), [...all, more]),
        ];
        for (const strength of STRENGTHS) expect(after[strength].low >= before[strength].low).toBe(true);
        expect(after.shortfall <= before.shortfall).toBe(true);
        expect(after.shortfall >= 0n).toBe(true);
      }),
    );
  });
  test("on a later day no hole is larger, and on the last no more is there than is firm", () => {
    fc.assert(
      fc.property(someOffered, (all) => {
        const coverage = requirementCoverage(aRequirement(), all);
        const days = daysOfChange(aRequirement(), coverage).map((day) => presenceOn(coverage, day));
        for (const [i, day] of days.entries())
          if (i > 0) expect(day.hole <= (days[i - 1]?.hole ?? day.hole)).toBe(true);
        expect((days.at(-1)?.firm.low ?? 0n) <= coverage.firm.low).toBe(true);
      }),
    );
  });
  test("a sealed number adds nothing to a figure, and is counted as sealed", () => {
    const sealed = (): Offered =>
      offered({
        line: { quantity: { kind: "SEALED", min: null, max: null, unit: "PERSON", asStated: null } },
      });
    const { firm, shortfall } = requirementCoverage(aRequirement(), [sealed(), offered({})]);
    expect(firm).toMatchObject({ low: scaled("6000"), sealed: 1, unsaid: 0 });
    expect(decimalOf(shortfall)).toBe("9000");
  });
});

test("an amount set aside, if it is stated, counts instead of the one promised", () => {
  const allocated = { quantity: people(500), money: null, on: "2026-02-01" };
  expect(requirementCoverage(aRequirement(), [offered({ line: { allocated } })]).firm.low).toBe(
    scaled("500"),
  );
});

test("money set aside takes nothing from a quantity that was promised", () => {
  const money = { amount: "1000000", currency: "EUR" };
  const allocated = { quantity: null, money, on: "2026-02-01" };
  const line = { quantity: people(500), money, allocated };
  expect(requirementCoverage(aRequirement(), [offered({ line })]).firm.low).toBe(scaled("500"));
});

describe("money that isn't exact", () => {
  const asked = aRequirement({ quantity: null, money: { amount: "3000000000", currency: "EUR" } });
  const eur = (kind: BoundedMoney["kind"], min: string, max: string | null): Money => ({
    ...{ kind, min, max, currency: "EUR", asStated: null },
  });
  const firm = (...sums: Money[]) =>
    requirementCoverage(
      asked,
      sums.map((money) => offered({ line: { money } })),
    );

  test.each<[Money, string, string | null, boolean, string]>([
    [eur("UP_TO", "0", "2000000000"), "0", "2000000000", false, "3000000000"],
    [eur("APPROXIMATE", "1600000000", "1600000000"), "1600000000", "1600000000", true, "1400000000"],
    [eur("AT_LEAST", "1000000000", null), "1000000000", null, false, "2000000000"],
    [eur("RANGE", "1000000000", "2000000000"), "1000000000", "2000000000", false, "2000000000"],
  ])("%j counts by its lower end", (money, low, high, about, short) => {
    const { firm: figure, shortfall } = firm(money);
    expect(figure).toMatchObject({ low: scaled(low), high: high && scaled(high), about, unsaid: 0 });
    expect(decimalOf(shortfall)).toBe(short);
  });

  test("a total adds the ends, and is approximate because a part is", () => {
    const { firm: figure } = firm(
      { amount: "0.50", currency: "EUR" },
      eur("UP_TO", "0", "2000000000"),
      eur("APPROXIMATE", "1600000000", "1600000000"),
    );
    expect(figure).toMatchObject({ low: scaled("1600000000.5"), high: scaled("3600000000.5"), about: true });
  });

  test("an amount set aside counts instead of the one promised", () => {
    const allocated = { quantity: null, money: { amount: "500000000", currency: "EUR" }, on: "2026-02-01" };
    const line = { money: eur("UP_TO", "0", "2000000000"), allocated };
    expect(requirementCoverage(asked, [offered({ line })]).firm.low).toBe(scaled("500000000"));
  });

  test("the lower end of a need that isn't exact must be met", () => {
    const need = aRequirement({ quantity: null, money: eur("RANGE", "1", "9") });
    expect(requirementCoverage(need, []).need).toBe(scaled("1"));
  });

  test("no more can be offered than an “up to” sum allows", () => {
    const line = aContribution({ money: eur("UP_TO", "0", "2") });
    const wish = { fit: null, reason: null };
    const refused = (amount: string) =>
      whyNotOffer(asked, aPledge(), line, { ...wish, amount }).some(
        ({ code }) => code === "more-than-there-is",
      );
    expect([refused("2"), refused("2.0001")]).toEqual([false, true]);
  });
});

test("requirements are sorted by criticality, then by the share that is missing, then by date", () => {
  const covered = (change: Partial<Requirement>, firm: number) => {
    const requirement = aRequirement(change);
    return {
      requirement,
      coverage: requirementCoverage(
        requirement,
        firm === 0 ? [] : [offered({ line: { quantity: people(firm) } })],
      ),
    };
  };
  const list = [
    covered({ reference: "D-4", criticality: 2 }, 0),
    covered({ reference: "C-3", neededBy: { day: null, date: "2026-05-01" } }, 0),
    covered({ reference: "A-1", quantity: people(100) }, 50),
    covered({ reference: "B-2", neededBy: { day: 3, date: null } }, 0),
  ];
  const order = (by: "criticality" | "shortfall" | "due") =>
    sorted(list, by).map(({ requirement }) => requirement.reference);
  expect(order("criticality")).toEqual(["B-2", "C-3", "A-1", "D-4"]);
  expect(order("due")[0]).toBe("B-2");
  expect(order("shortfall").at(-1)).toBe("A-1");
});

describe("CAVEAT_MISMATCH and OVER_OFFERED (Unresolved)", () => {
  const on = (change: Partial<Offer>, asked: Partial<Requirement> = {}) => ({
    offer: anOffer(change),
    requirement: aRequirement(asked),
  });
  const items = (offers: ReturnType<typeof on>[], line = aContribution()) =>
    unresolved(aPledge({ contributions: [line] }), { ...BARE, offers }, NOW);

  test("a near miss is a gap since the offer was made, caused by the caveat", () => {
    const bound = aContribution({
      location: "NEIGHBOURING_ALLY",
      caveats: [{ category: "GEOGRAPHIC", text: "So." }],
    });
    expect(items([on({})], bound)).toMatchObject([
      {
        code: "CAVEAT_MISMATCH",
        class: "GAP",
        since: "2026-01-09",
        params: { causes: [{ what: "caveat" }] },
      },
    ]);
  });
  test("a contribution offered twice in full is over-offered from the second offer on", () => {
    const twice = [on({}), on({ createdAt: "2026-02-03T09:00:00.000Z" }, { reference: "LAND-2" })];
    expect(items(twice)).toMatchObject([{ code: "OVER_OFFERED", class: "QUALITY", since: "2026-02-03" }]);
  });
  test("two parts that fit into the whole are not over-offered, and a third that doesn't is", () => {
    const parts = ["4000", "2000"].map((amount) => on({ amount }));
    expect(items(parts)).toEqual([]);
    expect(items([...parts, on({ amount: "1" })])).toMatchObject([{ code: "OVER_OFFERED" }]);
  });
  test("a near miss uses up nothing of the contribution", () => {
    expect(items([on({}), on({}, { location: "BLACK_SEA" })]).map(({ code }) => code)).toEqual([
      "CAVEAT_MISMATCH",
    ]);
  });
  test("no part of a sealed number is over-offered, however much it is", () => {
    const sealed = aContribution({ quantity: { ...people(0, null, "SEALED"), min: null } });
    const parts = ["4000", "9000"].map((amount) => on({ amount }));
    expect(items(parts)).toMatchObject([{ code: "OVER_OFFERED" }]);
    expect(items(parts, sealed)).toEqual([]);
  });
});

test("amounts are exact", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 18n }), (value) => {
      expect(scaled(decimalOf(value))).toBe(value);
    }),
  );
  expect(addAmounts("0.1", "0.2")).toBe("0.3");
});

test("the amount that turns firm with a pledge is what only its condition held back", () => {
  const requirement = aRequirement();
  const line = { quantity: people(3_000), location: "IN_UKRAINE" as const, caveats: [] };
  const waiting = offered({ pledge: { actionable: false }, line });
  const other = offered({ pledge: { reference: "DE-3-001", stage: "PLEDGED", actionable: false }, line });
  const covered = { requirement, coverage: requirementCoverage(requirement, [waiting, other]) };
  const measure = { unit: "PERSON" };
  expect(firmGains([covered], ["FR-3-001", "DE-3-001"])).toEqual([
    { requirement: "LAND-1", measure, amount: 30_000_000n, unsaid: 0, sealed: 0 },
  ]);
  expect(firmGains([covered], ["DE-3-001"])).toEqual([]);
  expect(firmGains([covered, covered, covered], ["FR-3-001"], 2)).toHaveLength(2);
  const wordy = offered({
    pledge: { actionable: false },
    line: { ...line, quantity: { ...people(1), kind: "QUALITATIVE", min: null, max: null } },
  });
  const told = { requirement, coverage: requirementCoverage(requirement, [wordy]) };
  expect(firmGains([told], ["FR-3-001"])).toMatchObject([{ amount: 0n, unsaid: 1 }]);
});
