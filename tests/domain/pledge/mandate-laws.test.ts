// Laws of what time alone does to pledges with mandates.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plusDays, type Day } from "@/lib/domain/base/day";
import type { Cause } from "@/lib/domain/conditions/cause";
import { statusOn, type Approval } from "@/lib/domain/pledge/approval";
import { unresolved, unresolvedEver } from "@/lib/domain/unresolved/unresolved";
import { anyApproval, anyDay, anyPledge } from "../../support/any/arbitrary";
import { aContribution, anApproval, aPledge, BARE } from "../../support/cast";

const given = (change: Partial<Approval> = {}): Approval =>
  anApproval({ status: "APPROVED", decidedOn: "2026-01-20", ...change });
const noonIn = (day: Day): string => `${day}T12:00:00.000Z`;

const OF_MANDATES: readonly string[] = ["APPROVAL_REFUSED", "MANDATE_ENDING", "APPROVED_LESS"];
const toldOf = ({ what, data }: Cause) => ({ what, data });

describe("laws", () => {
  const anyTrigger = fc.record({
    waiting: fc.constantFrom("BLOCKING" as const, "DORMANT" as const),
    state: fc.constantFrom("MET" as const, "NOT_MET" as const),
  });

  test("items stored beforehand are, on any day, those of records with the statuses of that day", () => {
    const anyGivens = fc.tuple(anyApproval, anyApproval, anyTrigger, anyDay);
    fc.assert(
      fc.property(anyPledge, anyGivens, fc.nat(4), (pledge, [first, second, state, day], shape) => {
        const approvals = [first, second];
        const trigger = {
          code: "T",
          title: "T",
          since: "2026-01-01",
          createdAt: noonIn("2026-01-01"),
          ...state,
        };
        const [a, b, t] = [{ approval: first.id }, { approval: second.id }, { trigger: "T" }];
        const conditions = [
          { any: [a, t] },
          { all: [a, b, t] },
          { any: [{ not: a }, { all: [b, t] }] },
          { kOf: 2, of: [{ not: b }, a, t] },
          { all: [{ any: [a, { not: b }] }, { not: t }] },
        ];
        const some = { ...pledge, condition: conditions[shape] ?? null, conditionSetOn: "2025-12-01" };
        const held = (known: Approval[]) =>
          unresolved(
            some,
            { ...BARE, approvals: known, facts: { triggers: [trigger], approvals: known, pledges: [] } },
            noonIn(day),
          ).filter(({ code }) => !OF_MANDATES.includes(code));
        const then = approvals.map((one) => ({ ...one, status: statusOn(one, day), validUntil: null }));
        const said = (known: Approval[]) =>
          held(known).map(({ code, params }) => [code, ...params.causes.map(toldOf)]);
        expect(said(approvals)).toEqual(said(then));
      }),
    );
  });

  test("a code's items never overlap, and each item of a day has a cause and covers the day", () => {
    fc.assert(
      fc.property(anyPledge, fc.array(anyApproval, { maxLength: 4 }), anyDay, (pledge, approvals, day) => {
        const context = { ...BARE, approvals };
        const items = unresolvedEver(pledge, context);
        for (const item of items) expect(item.since < (item.until ?? "9999")).toBe(true);
        for (const item of items)
          for (const other of items)
            if (item !== other && item.code === other.code)
              expect((item.until ?? "9999") < other.since || (other.until ?? "9999") < item.since).toBe(true);
        for (const held of unresolved(pledge, context, noonIn(day))) {
          expect(held.params.causes.length).toBeGreaterThan(0);
          expect(held.since <= day && (held.until === undefined || day < held.until)).toBe(true);
        }
      }),
    );
  });

  test("a limit is exceeded by one more than it, until the mandate's last day", () => {
    const near = fc.integer({ min: -2, max: 2 });
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 900 }), near, near, (validUntil, most, more, from) => {
        const measure = { unit: "PERSON" as const, asStated: null };
        const limits = [{ quantity: { kind: "UP_TO" as const, min: 0, max: most, ...measure }, money: null }];
        const n = Math.max(0, most + more);
        const line = aContribution({ quantity: { kind: "EXACT", min: n, max: n, ...measure }, money: null });
        const pledge = aPledge({
          stage: "ALLOCATED",
          stageSetOn: plusDays(validUntil, -10),
          contributions: [{ ...line, allocated: null }],
        });
        const approvals = [given({ decidedOn: plusDays(validUntil, -20), validUntil, limits })];
        const codes = unresolved(pledge, { ...BARE, approvals }, noonIn(plusDays(validUntil, from)));
        expect(codes.some(({ code }) => code === "APPROVED_LESS")).toBe(n > most && from <= 0);
      }),
    );
  });

  test("a mandate is LAPSED from the very day after its last", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -3, max: 3 }), (validUntil, from) => {
        const day = plusDays(validUntil, from);
        expect(statusOn(given({ validUntil }), day)).toBe(from > 0 ? "LAPSED" : "APPROVED");
      }),
    );
  });
});
