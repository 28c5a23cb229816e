import { describe, expect, test } from "vitest";
import type { Day } from "@/lib/domain/base/day";
import { truthIn } from "@/lib/domain/conditions/leaf-facts";
import { needsDecision, statusOn, type Approval } from "@/lib/domain/pledge/approval";
import type { Limit } from "@/lib/domain/pledge/measure";
import { isActionable } from "@/lib/domain/pledge/condition";
import { exceededBy, excesses } from "@/lib/domain/pledge/mandate";
import { moneyFrom } from "@/lib/domain/pledge/money";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import { judgeStage } from "@/lib/domain/pledge/stage";
import { NO_STAGE_FACTS } from "@/lib/domain/pledge/evidence-requirements";
import type { Quantity } from "@/lib/domain/pledge/quantity";
import { unresolved, unresolvedEver } from "@/lib/domain/unresolved/unresolved";
import { aContribution, anApproval, aPiece, aPledge, BARE, KYIV } from "../../support/cast";

const people = (most: number): Limit => ({
  quantity: { kind: "UP_TO", min: 0, max: most, unit: "PERSON", asStated: null },
  money: null,
});
const euros = (most: string): Limit => ({
  quantity: null,
  money: moneyFrom({ kind: "UP_TO", min: "0", max: most, currency: "EUR", asStated: null }),
});
const of = (kind: Quantity["kind"], min: number | null, max: number | null): Quantity => ({
  kind,
  min,
  max,
  unit: "PERSON",
  asStated: null,
});
const given = (change: Partial<Approval> = {}): Approval =>
  anApproval({ status: "APPROVED", decidedOn: "2026-01-20", ...change });
const allocated = (quantity: Quantity, change: Partial<Pledge> = {}): Pledge =>
  aPledge({
    stage: "ALLOCATED",
    stageSetOn: "2026-02-01",
    contributions: [aContribution({ quantity, money: null, allocated: null })],
    ...change,
  });
const noonIn = (day: Day): string => `${day}T12:00:00.000Z`;
const codesOn = (pledge: Pledge, approvals: Approval[], day: Day, sharing: Pledge[] = []): string[] =>
  unresolved(pledge, { ...BARE, approvals, sharing }, noonIn(day)).map(({ code }) => code);

describe("a mandate's end", () => {
  const approval = given({ validUntil: "2026-03-31" });

  test("comes on the day after its last, on which it is still valid", () => {
    expect(statusOn(approval, "2026-03-31")).toBe("APPROVED");
    expect(statusOn(approval, "2026-04-01")).toBe("LAPSED");
    expect(statusOn({ ...approval, status: "TABLED" }, "2026-04-01")).toBe("TABLED");
    expect(codesOn(aPledge(), [approval], "2026-03-31")).not.toContain("APPROVAL_REFUSED");
    expect(unresolved(aPledge(), { ...BARE, approvals: [approval] }, noonIn("2026-04-01"))).toContainEqual({
      code: "APPROVAL_REFUSED",
      class: "BLOCKED",
      since: "2026-04-01",
      params: {
        causes: [
          {
            what: "mandate-ended",
            since: "2026-04-01",
            data: {
              approval: approval.id,
              body: approval.body,
              kind: approval.kind,
              on: "2026-03-31",
            },
          },
        ],
      },
    });
  });

  test("is counted in days of the register's time zone", () => {
    const on = (at: string) =>
      unresolved(aPledge(), { ...BARE, approvals: [approval] }, at).map(({ code }) => code);
    expect(on("2026-03-31T20:59:59.000Z")).not.toContain("APPROVAL_REFUSED");
    expect(on("2026-03-31T21:00:00.000Z")).toContain("APPROVAL_REFUSED");
  });

  test("is announced from 60 days before, or as many as are set, until it has come", () => {
    const has = (day: Day, mandateDays = 60) =>
      unresolved(aPledge(), { ...BARE, mandateDays, approvals: [approval] }, noonIn(day)).some(
        ({ code }) => code === "MANDATE_ENDING",
      );
    expect(["2026-01-29", "2026-01-30", "2026-03-31", "2026-04-01"].map((day) => has(day))).toEqual([
      ...[false, true, true, false],
    ]);
    expect(has("2026-03-21", 10)).toBe(true);
    expect(has("2026-03-20", 10)).toBe(false);
  });

  test("makes one item with another mandate's end while either is near, and two if there is a break", () => {
    const second = { ...approval, id: "00000000-0000-4000-8000-0000000000a2" };
    const ending = (validUntil: Day) =>
      unresolvedEver(aPledge(), { ...BARE, approvals: [approval, { ...second, validUntil }] })
        .filter(({ code }) => code === "MANDATE_ENDING")
        .map(({ since, until }) => [since, until]);
    expect(ending("2026-05-01")).toEqual([["2026-01-30", "2026-05-02"]]);
    expect(ending("2026-12-31")).toEqual([
      ["2026-01-30", "2026-04-01"],
      ["2026-11-01", "2027-01-01"],
    ]);
  });

  test("stops a pledge that waits for the mandate, and starts one that waits for its absence", () => {
    const leaf = { approval: approval.id };
    const facts = { triggers: [], approvals: [approval], pledges: [] };
    const can = (day: Day) => [leaf, { not: leaf }].map((one) => isActionable(one, truthIn(facts, day)));
    expect(can("2026-03-31")).toEqual([true, false]);
    expect(can("2026-04-01")).toEqual([false, true]);
  });

  test("makes a pledge that could start by the mandate wait for a trigger from the day after", () => {
    const trigger = {
      code: "US_MONITORING_ACTIVE",
      title: "Monitoring",
      waiting: "BLOCKING",
      state: "NOT_MET",
      since: "2026-01-01",
      createdAt: "2026-01-01T08:00:00.000Z",
    } as const;
    const pledge = aPledge({
      condition: { any: [{ approval: approval.id }, { trigger: trigger.code }] },
      conditionSetOn: "2026-01-10",
    });
    const facts = { triggers: [trigger], approvals: [approval], pledges: [] };
    const items = unresolvedEver(pledge, { ...BARE, facts }).filter(
      ({ code }) => code === "TRIGGER_BLOCKING",
    );
    expect(items.map(({ since, until }) => [since, until])).toEqual([["2026-04-01", undefined]]);
  });

  test("leaves a step to ALLOCATED without the approval that it needs", () => {
    const pledge = aPledge({
      stage: "COMMITTED",
      windowStart: "2026-05-01",
      contributions: [aContribution({ quantity: of("EXACT", 100, 100), money: null })],
      evidence: [aPiece("HQ_CONFIRMATION")],
    });
    const judged = (today: Day) =>
      judgeStage(
        pledge,
        { to: "ALLOCATED", reason: "Set aside", successor: null },
        { ...NO_STAGE_FACTS, approvals: [approval], today, timeZone: KYIV },
      );
    expect(judged("2026-03-31").ok).toBe(true);
    expect(judged("2026-04-01")).toMatchObject({ ok: false, refusal: { code: "approval-open" } });
  });
});

describe("a mandate's limit", () => {
  const approval = given({ limits: [people(500), euros("2000000")], validUntil: "2026-12-31" });
  const context = { ...NO_STAGE_FACTS, approvals: [approval], today: "2026-02-10", timeZone: KYIV };

  test.each([
    [of("EXACT", 500, 500), false],
    [of("EXACT", 501, 501), true],
    [of("APPROXIMATE", 600, 600), true],
    [of("AT_LEAST", 400, null), false],
    [of("AT_LEAST", 501, null), true],
    [of("UP_TO", 0, 700), false],
    [of("RANGE", 400, 700), false],
    [of("RANGE", 501, 700), true],
    [of("SEALED", 900, 900), false],
    [{ ...of("EXACT", 900, 900), unit: "AIRCRAFT" as const }, false],
  ])("%j exceeds 500 people: %s", (quantity, isOver) => {
    const before = allocated(quantity, { stage: "COMMITTED" });
    expect(exceededBy(before, { ...before, stage: "ALLOCATED" }, context)).toHaveLength(isOver ? 1 : 0);
    expect(codesOn(allocated(quantity), [approval], "2026-02-10").includes("APPROVED_LESS")).toBe(isOver);
  });

  test("what is set aside counts, where it is stated, and not what was promised", () => {
    const line = aContribution({
      quantity: of("EXACT", 900, 900),
      money: { amount: "5000000", currency: "EUR" },
      allocated: {
        quantity: of("EXACT", 500, 500),
        money: { amount: "1999999.99", currency: "EUR" },
        on: "2026-02-02",
      },
    });
    expect(excesses(allocated(line.quantity, { contributions: [line] }), context, KYIV)).toEqual([]);
  });

  test("applies to all its pledges together, since the later of mandate and exceeding allocation", () => {
    const first = allocated(of("EXACT", 300, 300));
    const line = aContribution({ quantity: of("EXACT", 201, 201), money: null, allocated: null });
    const contributions = [{ ...line, id: "00000000-0000-4000-8000-00000000abce" }];
    const change = { reference: "FR-3-002", stageSetOn: "2026-02-05", contributions };
    const other = allocated(of("EXACT", 201, 201), change);
    const shared = { ...approval, serves: [first.reference, other.reference] };
    const known = { approvals: [shared], sharing: [other] };
    expect(excesses(first, known, KYIV)).toMatchObject([
      { measure: "PERSON", limit: "500", allocated: "501", since: "2026-02-05", until: "2027-01-01" },
    ]);
    const later = { ...shared, decidedOn: "2026-02-08" };
    expect(excesses(first, { approvals: [later], sharing: [other] }, KYIV)).toMatchObject([
      { since: "2026-02-08" },
    ]);
    expect(excesses(first, { approvals: [shared], sharing: [{ ...other, voided: VOID }] }, KYIV)).toEqual([]);
    const waiting = allocated(of("EXACT", 999, 999), { stage: "COMMITTED" });
    expect(excesses(waiting, known, KYIV)).toEqual([]);
  });

  test("of one participant doesn't apply to a joint promise, since nobody's part is on record", () => {
    const link = { participant: "GB", state: "CONFIRMED" as const, by: "officer", reason: null };
    const joint = allocated(of("EXACT", 700, 700), { jointWith: [link] });
    const theirs = given({ id: "theirs", participant: "GB", limits: [people(100)] });
    const own = allocated(of("EXACT", 501, 501), { reference: "FR-3-002" });
    const over = (pledge: Pledge, approvals: Approval[], sharing: Pledge[] = []) =>
      excesses(pledge, { approvals, sharing }, KYIV).map((one) => [one.approval.participant, one.allocated]);
    expect(over(joint, [approval, theirs])).toEqual([]);
    expect(over({ ...joint, jointWith: [{ ...link, state: "CLAIMED" }] }, [approval])).toEqual([
      ["FR", "700"],
    ]);
    // Nor does it use up the limit for others. The mandate of a participant outside it limits all of it.
    const shared = { ...approval, serves: [joint.reference, own.reference] };
    expect(over(own, [shared], [joint])).toEqual([["FR", "501"]]);
    expect(over(joint, [{ ...approval, participant: "PL" }])).toEqual([["PL", "700"]]);
  });

  test("once exceeded, refuses only to allocate more or to resume the allocation", () => {
    const over = allocated(of("EXACT", 600, 600));
    const less = allocated(of("EXACT", 550, 550));
    const more = allocated(of("EXACT", 601, 601));
    expect(exceededBy(over, less, context)).toEqual([]);
    expect(exceededBy(over, { ...over, stage: "DELIVERING" }, context)).toEqual([]);
    expect(exceededBy(over, more, context)).toHaveLength(1);
    expect(exceededBy({ ...over, stage: "SUSPENDED" }, over, context)).toHaveLength(1);
  });

  test("limits nothing before it is given or after its end", () => {
    const over = allocated(of("EXACT", 600, 600));
    const before = { ...over, stage: "COMMITTED" as const };
    const asked = { ...approval, status: "SCHEDULED" as const };
    expect(exceededBy(before, over, { ...context, approvals: [asked] })).toEqual([]);
    expect(exceededBy(before, over, { ...context, today: "2026-12-31" })).toHaveLength(1);
    expect(exceededBy(before, over, { ...context, today: "2027-01-01" })).toEqual([]);
    expect(codesOn(over, [approval], "2026-12-31")).toContain("APPROVED_LESS");
    expect(codesOn(over, [approval], "2027-01-01")).not.toContain("APPROVED_LESS");
  });

  test("blocks on no day if the mandate had ended before it was recorded as given", () => {
    const late = { ...approval, validUntil: "2026-01-31", decidedOn: "2026-02-20" };
    const items = unresolvedEver(allocated(of("EXACT", 600, 600)), { ...BARE, approvals: [late] });
    expect(items.map(({ code }) => code)).not.toContain("APPROVED_LESS");
  });

  test("takes two people to change, like the mandate's end and terms, once a pledge binds", () => {
    const change = (after: Partial<Approval>) =>
      needsDecision(["FR-3-001"], approval, { ...approval, ...after });
    expect(change({ limits: [people(600), euros("2000000")] })).toBe(true);
    expect(change({ limits: null })).toBe(true);
    expect(change({ validUntil: "2027-12-31" })).toBe(true);
    expect(change({ terms: "With a report each quarter" })).toBe(true);
    expect(change({ limits: [people(500), euros("2000000")] })).toBe(false);
    expect(needsDecision([], approval, { ...approval, validUntil: null })).toBe(false);
  });
});

const VOID = { at: "2026-02-06T08:00:00.000Z", reason: "Logged twice" };
