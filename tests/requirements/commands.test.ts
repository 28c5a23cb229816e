import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkRegister } from "@/lib/db/derived/check";
import { verifyRegister } from "@/lib/db/verify/verify";
import { decimalOf } from "@/lib/domain/base/amount";
import type { RequirementFilter } from "@/lib/requirements/filter";
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import { changePledge, logPledge, voidPledge } from "@/lib/pledges/pledges/commands";
import { loadPledge } from "@/lib/pledges/pledges/queries";
import { pledgeChanges } from "@/lib/pledges/pledges/schema";
import { changeRequirement, recordRequirement } from "@/lib/requirements/commands";
import { makeOffer, withdrawOffer } from "@/lib/requirements/offers";
import {
  loadCandidates,
  loadRequirement,
  loadRequirementHistory,
  loadRequirements,
} from "@/lib/requirements/queries";
import { offerInput, requirementChanges, requirementInput } from "@/lib/requirements/schema";
import {
  aSentPledge,
  LATER,
  refusalOf,
  staffedRegister,
  value,
  type StaffedRegister,
} from "@/tests/support/registers/staffed-register";

let register: StaffedRegister;
beforeAll(async () => {
  register = await staffedRegister();
});
afterAll(() => register.close());

let n = 0;
const needed = async (change: object = {}): Promise<string> => {
  n += 1;
  const input = requirementInput.parse({
    reference: `LAND-${n}`,
    title: "Land force",
    capability: "TROOPS",
    priority: 3,
    domain: "LAND",
    location: "IN_UKRAINE",
    quantity: { kind: "EXACT", min: 15_000, max: 15_000, unit: "PERSON" },
    neededBy: { day: 30 },
    criticality: 1,
    ...change,
  });
  return value(await recordRequirement(register.manager, input)).reference;
};
const logged = async (change: object = {}): Promise<PledgeDetails> =>
  value(await logPledge(register.officer, aSentPledge(change), LATER));
const offer = (reference: string, pledge: PledgeDetails, change: object = {}, by = register.manager) =>
  makeOffer(by, {
    reference,
    ...offerInput.parse({
      pledge: pledge.reference,
      contribution: pledge.contributions[0]?.id,
      ...change,
    }),
  });
const seen = async (reference: string) => value(await loadRequirement(register.auditor, reference, LATER));
const codesOf = async ({ reference }: PledgeDetails): Promise<string[]> =>
  value(await loadPledge(register.manager, reference, LATER)).unresolved.map(({ code }) => code);
const change = async (reference: string, changes: object, by = register.manager) => {
  const { version } = await seen(reference);
  return changeRequirement(by, { reference, ifMatch: version, changes: requirementChanges.parse(changes) });
};

describe("a requirement", () => {
  test("is recorded only by managers, once under its reference, with a lead that takes part", async () => {
    const reference = await needed({ lead: "DE" });
    const {
      id: _id,
      closed: _closed,
      version: _version,
      createdAt: _created,
      updatedAt: _updated,
      ...sent
    } = (await seen(reference)).requirement;
    const input = requirementInput.parse(sent);
    expect(refusalOf(await recordRequirement(register.officer, input))).toBe("role");
    expect(refusalOf(await recordRequirement(register.manager, input))).toBe("already-there");
    const other = { ...input, reference: "OTHER-1", lead: "XX" };
    expect(refusalOf(await recordRequirement(register.manager, other))).toBe("invalid, lead unknown");
  });
  test("recorded by two people at once under one reference is recorded once", async () => {
    const {
      id: _id,
      closed: _closed,
      version: _version,
      createdAt: _created,
      updatedAt: _updated,
      ...like
    } = (await seen(await needed())).requirement;
    const sent = requirementInput.parse({ ...like, reference: "TWICE-1" });
    const told = await Promise.all(
      [register.manager, register.manager2].map((by) => recordRequirement(by, sent)),
    );
    expect(told.map(refusalOf).sort()).toEqual(["already-there", "ok"]);
  });
  test("asks for a quantity or for money, never for both, also after a change", async () => {
    const reference = await needed();
    const money = { amount: "1000", currency: "EUR" };
    expect(refusalOf(await change(reference, { money }))).toBe("invalid, quantity.min one-of-both");
    value(await change(reference, { money, quantity: null }));
    expect((await seen(reference)).coverage.measure).toEqual({ currency: "EUR" });
    const least = { kind: "AT_LEAST", min: "500.00", max: null, currency: "EUR" };
    value(await change(reference, { money: least }));
    expect(await seen(reference)).toMatchObject({
      requirement: { money: { ...least, asStated: null } },
      coverage: { need: 5_000_000n },
    });
    for (const none of [
      { kind: "UP_TO", max: "500", currency: "EUR" },
      { kind: "RANGE", min: "0", max: "500", currency: "EUR" },
    ])
      expect(requirementChanges.safeParse({ money: none }).success).toBe(false);
  });
  test("in an older version isn't changed, and a change of nothing makes no event", async () => {
    const reference = await needed();
    value(await change(reference, { title: "Another force" }));
    const head = await register.head();
    value(await change(reference, { title: "Another force" }));
    expect(await register.head()).toBe(head);
    const stale = { reference, ifMatch: 1, changes: requirementChanges.parse({ note: "So." }) };
    const told = await changeRequirement(register.manager2, stale);
    expect(told).toMatchObject({ refusal: { code: "version", conflict: { current: 2, fields: ["title"] } } });
  });
});

describe("an offer", () => {
  test("counts by the stage of its pledge, and is in the requirement's history", async () => {
    const [reference, pledge] = [await needed(), await logged()];
    value(await offer(reference, pledge, { reason: "By letter." }));
    const { coverage } = await seen(reference);
    expect(decimalOf(coverage.indicative.low)).toBe("6000");
    expect(coverage.firm.low).toBe(0n);
    expect(coverage.offers[0]?.judgement).toMatchObject({ fit: "PARTIAL", by: "table" });
    const history = value(await loadRequirementHistory(register.auditor, reference, LATER));
    expect(history.map(({ action, about }) => [action, about])).toEqual([
      ["offer.made", pledge.reference],
      ["requirement.recorded", null],
    ]);
  });
  test("is made only by a manager, once, and of a line in force with the same measure", async () => {
    const [reference, pledge] = [await needed(), await logged()];
    const ships = await needed({ quantity: { kind: "EXACT", min: 8, max: 8, unit: "SHIP" } });
    expect(refusalOf(await offer(ships, pledge))).toBe("invalid, contribution another-measure");
    value(await offer(reference, pledge));
    expect(refusalOf(await offer(reference, pledge))).toBe("already-there");
    expect(refusalOf(await offer(reference, pledge, {}, register.officer))).toBe("role");
    const voided = await logged();
    value(
      await voidPledge(
        register.manager,
        { reference: voided.reference, ifMatch: voided.version, reason: "Twice." },
        LATER,
      ),
    );
    expect(refusalOf(await offer(reference, voided))).toBe("invalid, pledge not-in-force");
  });
  test("of a part is at most the whole, and states its fit only if the table leaves that open", async () => {
    const reference = await needed();
    const pledge = await logged({ contributions: [line({ caveats: [{ category: "OTHER", text: "So." }] })] });
    expect(refusalOf(await offer(reference, pledge, { amount: "7000" }))).toBe(
      "invalid, amount more-than-there-is, fit fit-open",
    );
    expect(refusalOf(await offer(reference, pledge, { amount: "0.5", fit: "FULL" }))).toBe(
      "invalid, amount not-whole, reason required",
    );
    const part = value(
      await offer(reference, pledge, { amount: "500", fit: "FULL", reason: "So they say." }),
    );
    expect(decimalOf((await seen(reference)).coverage.indicative.low)).toBe("500");
    const euros = { quantity: null, money: { amount: "1000", currency: "EUR" } };
    expect(refusalOf(await change(reference, euros))).toBe("invalid, money.currency parts-offered");
    value(await withdrawOffer(register.manager, { id: part.id, reason: "Meant in another unit." }));
    value(await change(reference, euros));
    const plain = await logged();
    expect(refusalOf(await offer(reference, plain, { fit: "FULL", reason: "So." }))).toBe(
      "invalid, fit fit-decided",
    );
  });
  test("that doesn't fit is a gap of its pledge until the requirement or the line changes", async () => {
    const bound = {
      location: "NEIGHBOURING_ALLY",
      caveats: [{ category: "GEOGRAPHIC", text: "NATO territory" }],
    };
    const [reference, pledge] = [await needed(), await logged({ contributions: [line(bound)] })];
    const made = value(await offer(reference, pledge));
    expect(await codesOf(pledge)).toContain("CAVEAT_MISMATCH");
    value(await change(reference, { location: "NEIGHBOURING_ALLY" }));
    expect(await codesOf(pledge)).not.toContain("CAVEAT_MISMATCH");
    value(await change(reference, { location: "IN_UKRAINE" }));
    expect(await codesOf(pledge)).toContain("CAVEAT_MISMATCH");
    value(await change(reference, { closed: { reason: "Met." } }));
    expect(await codesOf(pledge)).not.toContain("CAVEAT_MISMATCH");
    value(await change(reference, { closed: null }));

    const [first] = pledge.contributions;
    const kept = { ...line({ location: "IN_UKRAINE" }), id: first?.id };
    const changes = pledgeChanges.parse({ contributions: [kept] });
    value(
      await changePledge(
        register.officer,
        { reference: pledge.reference, ifMatch: pledge.version, changes },
        LATER,
      ),
    );
    expect(await codesOf(pledge)).not.toContain("CAVEAT_MISMATCH");
    value(await withdrawOffer(register.manager, { id: made.id, reason: "By letter." }));
    expect(refusalOf(await withdrawOffer(register.manager, { id: made.id, reason: "Again." }))).toBe(
      "already-there",
    );
    await expectDerived();
  });
  test("made twice of a whole line is too much, until one is withdrawn", async () => {
    const pledge = await logged();
    const [one, other] = [await needed(), await needed()];
    value(await offer(one, pledge));
    const second = value(await offer(other, pledge));
    expect(await codesOf(pledge)).toContain("OVER_OFFERED");
    value(await withdrawOffer(register.manager, { id: second.id, reason: "Once." }));
    expect(await codesOf(pledge)).not.toContain("OVER_OFFERED");
    value(await offer(other, pledge));
    await expectDerived();
  });
  test("made for the same requirement by two people at once is made once", async () => {
    const pledge = await logged();
    for (let times = 0; times < 20; times += 1) {
      const reference = await needed();
      const made = await Promise.all([
        offer(reference, pledge),
        offer(reference, pledge, {}, register.manager2),
      ]);
      expect(made.map(refusalOf).sort()).toEqual(["already-there", "ok"]);
    }
  });
  test("made while its pledge and its requirement change leaves what is stored right", async () => {
    for (let times = 0; times < 15; times += 1) {
      const [reference, pledge] = [await needed(), await logged()];
      const [first] = pledge.contributions;
      const away = pledgeChanges.parse({
        contributions: [{ ...line({ location: "BLACK_SEA" }), id: first?.id }],
      });
      await Promise.all([
        offer(reference, pledge),
        changePledge(register.officer, { reference: pledge.reference, ifMatch: 1, changes: away }, LATER),
        change(reference, { location: "BLACK_SEA" }),
      ]);
    }
    await expectDerived();
  });
});

test("a line with the right measure can be offered if it isn't yet, and is found by words", async () => {
  const reference = await needed({ quantity: { kind: "EXACT", min: 3, max: 3, unit: "BRIGADE" } });
  const brigades = line({ quantity: { kind: "AT_LEAST", min: 1, unit: "BRIGADE" } });
  const pledge = await logged({ title: "A brigade of chasseurs", contributions: [brigades, line({})] });
  const found = async (q: string | null) =>
    value(await loadCandidates(register.manager, reference, { q }, LATER)).candidates;
  expect((await found(null)).map(({ pledge: one }) => one.reference)).toEqual([pledge.reference]);
  expect(await found("dragoons")).toEqual([]);
  expect(await found("chasseurs")).toHaveLength(1);
  value(await offer(reference, pledge));
  expect(await found(null)).toEqual([]);
});

test("administrators can't read requirements", async () => {
  const all: RequirementFilter = { priority: [], criticality: [], closed: "with", sort: "due" };
  expect(refusalOf(await loadRequirements(register.admin, all, LATER))).toBe("role");
  expect(refusalOf(await loadRequirement(register.admin, "LAND-1", LATER))).toBe("role");
  expect(value(await loadRequirements(register.officer, all, LATER)).length).toBeGreaterThan(5);
});

/** What is stored is what would be recomputed, and every record is what its last event says. */
async function expectDerived(): Promise<void> {
  const { differing, counters } = await checkRegister();
  expect([...differing, ...counters]).toEqual([]);
  expect(await verifyRegister()).toMatchObject({ intact: true });
}

const line = (change: object) => ({
  kind: "TROOPS",
  domain: "LAND",
  location: "IN_UKRAINE",
  quantity: { kind: "EXACT", min: 6000, max: 6000, unit: "PERSON" },
  caveats: [],
  ...change,
});
