import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadWhatMatters } from "@/app/what-matters";
import { changeApproval, recordApproval } from "@/lib/pledges/approvals/commands";
import { loadApprovals } from "@/lib/pledges/approvals/queries";
import { approvalChanges, approvalInput } from "@/lib/pledges/approvals/schema";
import type { Approval } from "@/lib/domain/pledge/approval";
import { checkRegister } from "@/lib/db/derived/check";
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import { changePledge, logPledge, setStage } from "@/lib/pledges/pledges/commands";
import { loadPledge } from "@/lib/pledges/pledges/queries";
import { pledgeChanges } from "@/lib/pledges/pledges/schema";
import { recordRequirement } from "@/lib/requirements/commands";
import { makeOffer } from "@/lib/requirements/offers";
import { offerInput, requirementInput } from "@/lib/requirements/schema";
import { loadReview } from "@/lib/review/proposals/queries";
import { proposalQuery } from "@/lib/review/proposals/filter";
import { refusalWords } from "@/lib/i18n/words/refusal-words";
import { approve, decided, done, proposed } from "@/tests/support/decisions";
import {
  aSentPiece,
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

const upTo = (max: number) => ({
  quantity: { kind: "UP_TO", min: null, max, unit: "PERSON", asStated: null },
  money: null,
});
const line = (n: number) => ({
  kind: "TROOPS",
  domain: "LAND",
  location: "IN_UKRAINE",
  quantity: { kind: "EXACT", min: n, max: n, unit: "PERSON", asStated: null },
  money: null,
  noticeToMoveDays: null,
  availableFrom: null,
  availableTo: null,
  caveats: [],
});

async function committed(n: number): Promise<PledgeDetails> {
  const input = aSentPledge({
    windowStart: "2026-06-01",
    contributions: [line(n)],
    evidence: [aSentPiece({ kind: "HQ_CONFIRMATION" })],
  });
  const { reference } = value(await logPledge(register.officer, input, LATER));
  const wish = { reference, ifMatch: 1, to: "COMMITTED" as const, reason: "Signed", evidence: [] };
  return decided(register.manager2, await setStage(register.manager, wish, LATER));
}

const allocating = ({ reference, version }: PledgeDetails) =>
  setStage(
    register.manager,
    { reference, ifMatch: version, to: "ALLOCATED", reason: "Set aside", evidence: [] },
    LATER,
  );

async function mandate(serves: string[], fields: object): Promise<Approval> {
  const sent = approvalInput.parse({
    participant: "FR",
    kind: "PARLIAMENT_VOTE",
    body: "Assemblée nationale",
    status: "APPROVED",
    decidedOn: "2026-02-20",
    serves,
    reason: "Voted",
    ...fields,
  });
  const { id, subjectId } = proposed(await recordApproval(register.manager, sent));
  value(await approve(register.manager2, { id }));
  const all = value(await loadApprovals(register.manager, NOTHING_ASKED, LATER)).items;
  const found = all.find((one) => one.id === subjectId);
  if (!found) throw new Error("the mandate is on record");
  return found;
}

const NOTHING_ASKED = { participant: [], kind: [], status: [], after: null, limit: 200 };

const change = ({ id, version }: Approval, changes: object, reason?: string) =>
  changeApproval(register.manager, { id, ifMatch: version, changes: approvalChanges.parse(changes), reason });

const now = async ({ reference }: PledgeDetails): Promise<PledgeDetails> =>
  value(await loadPledge(register.manager, reference, LATER));

describe("limits as they are sent", () => {
  const parse = (limits: unknown) => approvalChanges.safeParse({ limits });

  test.each([
    [[upTo(500)], true],
    [[upTo(500), upTo(600)], false],
    [[{ ...upTo(500), money: { kind: "UP_TO", max: "1", currency: "EUR" } }], false],
    [[{ quantity: null, money: null }], false],
    [[{ quantity: { ...upTo(5).quantity, unit: null }, money: null }], false],
    [[{ quantity: { ...upTo(5).quantity, kind: "AT_LEAST", min: 5, max: null }, money: null }], false],
    [[{ quantity: { ...upTo(5).quantity, kind: "EXACT", min: 5 }, money: null }], false],
    [[{ quantity: null, money: { amount: "5", currency: "EUR" } }], false],
    [[{ quantity: null, money: { kind: "UP_TO", min: null, max: "2000000.50", currency: "EUR" } }], true],
    [Array.from({ length: 21 }, () => upTo(1)), false],
    [null, true],
  ])("limits %j: %s", (limits, is) => {
    expect(parse(limits).success).toBe(is);
  });

  test("an empty list of limits means none", () => {
    expect(parse([]).data?.limits).toBeNull();
  });
});

describe("a mandate", () => {
  test("refuses an allocation above its limit, and names the limit", async () => {
    const pledge = await committed(600);
    await mandate([pledge.reference], { limits: [upTo(500)] });
    const refused = await allocating(await now(pledge));
    expect(refusalOf(refused)).toBe("mandate-exceeded");
    if (refused.ok) throw new Error("refused");
    expect(refusalWords(refused.refusal).detail).toMatch(/500 people.*Assemblée nationale/);

    const smaller = {
      reference: pledge.reference,
      ifMatch: pledge.version,
      reason: "Part of it",
      changes: pledgeChanges.parse({
        contributions: [
          {
            ...line(600),
            id: pledge.contributions[0]?.id,
            allocated: { quantity: line(500).quantity, money: null, on: "2026-02-21" },
          },
        ],
      }),
    };
    const part = await decided(register.manager2, await changePledge(register.manager, smaller, LATER));
    const set = await decided(register.manager2, await allocating(part));
    expect(set.unresolved.map(({ code }) => code)).not.toContain("APPROVED_LESS");

    const more = pledgeChanges.parse({
      contributions: [
        {
          ...line(600),
          id: pledge.contributions[0]?.id,
          allocated: { quantity: line(501).quantity, money: null, on: "2026-02-21" },
        },
      ],
    });
    const changed = { reference: set.reference, ifMatch: set.version, reason: "All", changes: more };
    expect(refusalOf(await changePledge(register.manager, changed, LATER))).toBe("mandate-exceeded");
  });

  test("limits all its pledges together: of two decided at the same moment, one is refused", async () => {
    const [one, other] = [await committed(300), await committed(300)];
    await mandate([one.reference, other.reference], { limits: [upTo(500)] });
    const proposals = [
      proposed(await allocating(await now(one))),
      proposed(await allocating(await now(other))),
    ];
    const results = await Promise.all(proposals.map((proposal) => approve(register.manager2, proposal)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.flatMap((result) => (result.ok ? [] : refusalOf(result)))).toEqual(["mandate-exceeded"]);
    const open = proposals[results.findIndex(({ ok }) => !ok)];
    const filter = value(proposalQuery.parse(new URLSearchParams()));
    const review = value(await loadReview(register.manager2, open?.id ?? "", filter, LATER));
    expect(review.checks).toContainEqual({
      what: "limit",
      ok: false,
      limit: { body: "Assemblée nationale", most: "500", measure: "PERSON" },
    });
  });

  test("that is cut below what is allocated leaves that as it is, and blocks each allocated pledge", async () => {
    const [one, other] = [await committed(200), await committed(200)];
    const given = await mandate([one.reference, other.reference], { limits: [upTo(400)] });
    for (const pledge of [one, other]) await decided(register.manager2, await allocating(await now(pledge)));
    const { id } = proposed(await change(given, { limits: [upTo(300)] }, "Cut"));
    value(await approve(register.manager2, { id }));
    for (const pledge of [one, other])
      expect((await now(pledge)).unresolved.map(({ code }) => code)).toContain("APPROVED_LESS");

    const down = { to: "COMMITTED" as const, reason: "Not set aside after all", evidence: [] };
    const { version } = await now(other);
    const lowered = { reference: other.reference, ifMatch: version, ...down };
    await decided(register.manager2, await setStage(register.manager, lowered, LATER));
    expect((await now(one)).unresolved.map(({ code }) => code)).not.toContain("APPROVED_LESS");
    expect(await checkRegister()).toMatchObject({ differing: [], counters: [] });
  });

  test("with an end is changed only by two people if its pledge is binding", async () => {
    const pledge = await committed(100);
    const given = await mandate([pledge.reference], { validUntil: "2026-03-31" });
    expect(refusalOf(await change(given, { validUntil: "2026-12-31" }))).toBe("reason-missing");
    proposed(await change(given, { validUntil: "2026-12-31" }, "Extended"));
  });

  test("that has ended counts as lapsed in the list and on a pledge, and keeps its decided status", async () => {
    const pledge = value(await logPledge(register.officer, aSentPledge({}), LATER));
    const sent = approvalInput.parse({
      participant: "FR",
      kind: "PARLIAMENT_VOTE",
      body: "Sénat",
      status: "APPROVED",
      validUntil: "2020-01-31",
      serves: [pledge.reference],
    });
    const over = done(await recordApproval(register.officer, sent));
    expect(over).toMatchObject({ status: "APPROVED", current: "LAPSED", validUntil: "2020-01-31" });
    const ids = async (status: "APPROVED" | "LAPSED") =>
      value(await loadApprovals(register.manager, { ...NOTHING_ASKED, status: [status] }, LATER)).items.map(
        ({ id }) => id,
      );
    expect(await ids("LAPSED")).toContain(over.id);
    expect(await ids("APPROVED")).not.toContain(over.id);
    const shown = await now(pledge);
    expect(shown.approvals).toMatchObject([{ current: "LAPSED" }]);
    expect(shown.unresolved.map(({ code }) => code)).toContain("APPROVAL_REFUSED");
  });
});

test("what matters counts an allocation as one step where the rules allow it, now and as of a moment", async () => {
  const [free, within, above, together, beside, open] = [
    await committed(600),
    await committed(600),
    await committed(600),
    await committed(600),
    await committed(400),
    await committed(600),
  ];
  await mandate([within.reference], { limits: [upTo(600)] });
  await mandate([above.reference], { limits: [upTo(500)] });
  await mandate([together.reference, beside.reference], { limits: [upTo(900)] });
  await decided(register.manager2, await allocating(await now(beside)));
  const required = { participant: "FR", kind: "PARLIAMENT_VOTE", body: "Sénat", status: "REQUIRED" };
  const vote = approvalInput.parse({ ...required, serves: [open.reference] });
  done(await recordApproval(register.manager, vote));

  const need = requirementInput.parse({
    ...{ reference: "LAND-1", title: "Land force", capability: "TROOPS", priority: 3 },
    ...{ domain: "LAND", location: "IN_UKRAINE", neededBy: { day: 30 }, criticality: 1 },
    quantity: { kind: "EXACT", min: 15_000, max: 15_000, unit: "PERSON" },
  });
  const { reference } = value(await recordRequirement(register.manager, need));
  const offered = [free, within, above, together, open];
  for (const pledge of offered) {
    const contribution = pledge.contributions[0]?.id;
    const offer = offerInput.parse({ pledge: pledge.reference, contribution });
    value(await makeOffer(register.manager, { reference, ...offer }));
  }
  for (const when of [LATER, { asOf: LATER }]) {
    const lines = value(await loadWhatMatters(register.manager, when));
    expect(lines.flatMap((one) => (one.kind === "lacks" ? one.steps : []))).toEqual(
      [free, within].map((one) => ({ reference: one.reference, participant: "FR", step: "allocation" })),
    );
  }
  const outcomes = [];
  for (const pledge of offered) outcomes.push(refusalOf(await allocating(await now(pledge))));
  expect(outcomes).toEqual(["ok", "ok", "mandate-exceeded", "mandate-exceeded", "approval-open"]);
});
