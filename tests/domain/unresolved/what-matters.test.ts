// The laws of the rule of five.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plusDays } from "@/lib/domain/base/day";
import type { UnresolvedRow } from "@/lib/domain/unresolved/summary";
import {
  disputesIn,
  MATTER_KINDS,
  MOST_MATTERS,
  MOST_MATTERS_OF_A_KIND,
  whatMatters,
  type Candidates,
  type Disputed,
  type DueSoon,
  type HoldsUp,
  type Lacks,
} from "@/lib/domain/unresolved/what-matters";
import { cases } from "@/tests/support/cases";

const day = fc.nat(60).map((n) => plusDays("2026-01-01", n));
const reference = fc.nat(40).map((n) => `FR-3-${String(n).padStart(3, "0")}`);
const criticality = fc.constantFrom(1 as const, 2 as const, 3 as const);

const held = fc
  .record({
    n: fc.nat(99),
    pledges: fc.uniqueArray(reference, { minLength: 2, maxLength: 5 }),
    criticality: fc.option(criticality),
    since: day,
  })
  .map(({ n, ...rest }): HoldsUp => ({
    kind: "holds-up",
    what: { leaf: { approval: `approval ${n}` } },
    participants: [],
    inferred: [],
    ...rest,
  }));
const lacking = fc
  .record({ n: fc.nat(99), criticality, steps: fc.nat(3), needed: fc.option(fc.nat(40)) })
  .map(
    ({ n, criticality: of, steps, needed }) =>
      ({
        kind: "lacks",
        requirement: { reference: `DEMO-${n}`, criticality: of, neededBy: { day: needed, date: null } },
        steps: Array.from({ length: steps }, () => ({
          reference: "FR-3-001",
          participant: "FR",
          step: "number",
        })),
      }) as unknown as Lacks,
  );
const due = fc
  .record({
    on: day,
    reference,
    what: fc.constantFrom("vote" as const, "due" as const),
    id: fc.option(fc.uuid()),
  })
  .map((one): DueSoon => ({ kind: "due", participant: "FR", title: "", about: null, ...one }));
const disputed = fc
  .record({ reference, field: fc.constantFrom("stage", "contributions.quantity"), since: day })
  .map((one): Disputed => ({
    kind: "disputed",
    participant: "FR",
    title: "",
    claims: "",
    publisher: "",
    ...one,
  }));

const several = <T>(one: fc.Arbitrary<T>, key: (value: T) => string) =>
  fc.uniqueArray(one, { maxLength: 6, selector: key });
const candidates: fc.Arbitrary<Candidates> = fc.record({
  "holds-up": several(held, ({ what }) => JSON.stringify(what)),
  lacks: several(lacking, ({ requirement }) => requirement.reference),
  due: several(due, ({ on, reference: of, what, id }) => `${on} ${of} ${what} ${id ?? ""}`),
  disputed: several(disputed, ({ reference: of, field }) => `${of} ${field}`),
});

const runs = { numRuns: cases(200) };

describe("what matters", () => {
  test("has at most five lines, at most two of a kind, in the order of the kinds, and no empty place", () => {
    fc.assert(
      fc.property(candidates, (all) => {
        const lines = whatMatters(all);
        const places = lines.map(({ kind }) => MATTER_KINDS.indexOf(kind));
        expect(places).toEqual([...places].sort());
        const wanted = MATTER_KINDS.map((kind) => Math.min(all[kind].length, MOST_MATTERS_OF_A_KIND));
        expect(lines.length).toBe(
          Math.min(
            wanted.reduce((sum, n) => sum + n, 0),
            MOST_MATTERS,
          ),
        );
        for (const [i, kind] of MATTER_KINDS.entries())
          expect(lines.filter((line) => line.kind === kind).length).toBeLessThanOrEqual(wanted[i] ?? 0);
      }),
      runs,
    );
  });
  test("doesn't depend on the order in which things were found", () => {
    const both = candidates.chain((all) =>
      fc.record({
        all: fc.constant(all),
        turned: fc.record({
          "holds-up": fc.shuffledSubarray([...all["holds-up"]], { minLength: all["holds-up"].length }),
          lacks: fc.shuffledSubarray([...all.lacks], { minLength: all.lacks.length }),
          due: fc.shuffledSubarray([...all.due], { minLength: all.due.length }),
          disputed: fc.shuffledSubarray([...all.disputed], { minLength: all.disputed.length }),
        }),
      }),
    );
    fc.assert(
      fc.property(both, ({ all, turned }) => {
        expect(whatMatters(turned)).toEqual(whatMatters(all));
      }),
      runs,
    );
  });
  test("leaves out nothing that holds up more, or is more critical, than what it shows", () => {
    fc.assert(
      fc.property(candidates, (all) => {
        const lines = whatMatters(all);
        const last = lines.filter((line) => line.kind === "holds-up").at(-1);
        const out = all["holds-up"].filter((one) => !lines.includes(one));
        for (const one of out) expect(one.pledges.length).toBeLessThanOrEqual(last?.pledges.length ?? 0);
        const need = lines.filter((line) => line.kind === "lacks").at(-1);
        for (const one of all.lacks.filter((line) => !lines.includes(line)))
          expect(one.requirement.criticality).toBeGreaterThanOrEqual(need?.requirement.criticality ?? 0);
      }),
      runs,
    );
  });
});

describe("a dispute matters", () => {
  const row = (stage: string, ...fields: string[]): UnresolvedRow =>
    ({
      code: "DISPUTED",
      reference: "FR-3-001",
      participant: "FR",
      title: "Troops",
      stage,
      params: {
        causes: fields.map((field, i) => ({
          what: "field",
          since: plusDays("2026-01-06", i),
          data: { field, claims: String(i), publisher: "Reuters" },
        })),
      },
    }) as unknown as UnresolvedRow;

  test.each([
    ["on a quantity", row("PLEDGED", "contributions.quantity"), ["contributions.quantity"]],
    ["on a stage", row("COMMITTED", "stage"), ["stage"]],
    ["not on anything else", row("PLEDGED", "authorisedBy", "condition"), []],
    ["not below Pledged", row("SIGNALLED", "stage"), []],
    ["not of a pledge that is suspended", row("SUSPENDED", "stage"), []],
    ["once a field", row("PLEDGED", "stage", "stage"), ["stage"]],
  ])("%s", (_, item, fields) => {
    expect(disputesIn(item).map(({ field }) => field)).toEqual(fields);
  });
  test("from the day of the first evidence against it", () => {
    expect(disputesIn(row("PLEDGED", "stage", "stage"))).toMatchObject([
      { since: "2026-01-06", claims: "0" },
    ]);
  });
});
