import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { confirmDelivery, reportDelivery, retractDelivery } from "@/lib/pledges/deliveries/commands";
import { confirmationInput, deliveryInput } from "@/lib/pledges/deliveries/schema";
import type { Actor } from "@/lib/domain/people/actor";
import type { Delivery } from "@/lib/domain/pledge/delivery";
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import { recordParticipant } from "@/lib/people/participants/commands";
import { changePledge, logPledge, retractEvidence, setStage } from "@/lib/pledges/pledges/commands";
import { loadHistory, loadPledge } from "@/lib/pledges/pledges/queries";
import { pledgeChanges, stageInput } from "@/lib/pledges/pledges/schema";
import { setCondition } from "@/lib/pledges/pledges/set-condition";
import { loadReview } from "@/lib/review/proposals/queries";
import { proposalQuery } from "@/lib/review/proposals/filter";
import { recordTrigger } from "@/lib/conditions/triggers/commands";
import { triggerInput } from "@/lib/conditions/triggers/schema";
import { checkRegister } from "@/lib/db/derived/check";
import { verifyRegister } from "@/lib/db/verify/verify";
import { approve, decided, proposed } from "@/tests/support/decisions";
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
let officer: Actor, manager: Actor, manager2: Actor, recipient: Actor;
beforeAll(async () => {
  register = await staffedRegister();
  ({ officer, manager, manager2 } = register);
  const ukraine = {
    code: "UA",
    kind: "STATE",
    role: "BENEFICIARY",
    names: { en: "Ukraine" },
    joinedOn: null,
  } as const;
  value(await recordParticipant(register.admin, { ...ukraine, names: { ...ukraine.names } }));
  recipient = await register.open("kyiv", "OFFICER", ["UA"]);
  const trigger = triggerInput.parse({
    code: "UKRAINE_REQUEST",
    title: "Ukraine asks for it",
    state: "UNKNOWN",
  });
  value(await recordTrigger(manager, trigger));
});
afterAll(() => register.close());

const now = async ({ reference }: { reference: string }): Promise<PledgeDetails> =>
  value(await loadPledge(manager, reference, LATER));
const lineOf = ({ contributions: [line] }: PledgeDetails) => line ?? expect.fail("no line");
const pieceOf = ({ evidence: [piece] }: PledgeDetails) => piece ?? expect.fail("no piece");
const people = (n: number) => ({ kind: "EXACT", min: n, max: n, unit: "PERSON" });

/** At ALLOCATED, with a transfer document. */
async function allocated(): Promise<PledgeDetails> {
  const evidence = [aSentPiece({ kind: "TRANSFER_DOCUMENT" })];
  const sheet = value(await logPledge(officer, aSentPledge({ evidence, windowStart: "2026-01-10" }), LATER));
  return stepped(sheet, { to: "ALLOCATED", reason: "Set aside" });
}
const step = (sheet: PledgeDetails, wish: object, by = officer) =>
  setStage(by, { reference: sheet.reference, ifMatch: sheet.version, ...stageInput.parse(wish) }, LATER);
const stepped = async (sheet: PledgeDetails, wish: object): Promise<PledgeDetails> =>
  decided(manager, await step(sheet, wish));

const report = (sheet: PledgeDetails, change: object = {}, by = officer) =>
  reportDelivery(by, {
    reference: sheet.reference,
    ...deliveryInput.parse({
      contribution: lineOf(sheet).id,
      quantity: people(500),
      deliveredOn: "2026-01-20",
      definition: "HANDED_OVER",
      evidence: [pieceOf(sheet).id],
      ...change,
    }),
  });
const confirm = (sheet: PledgeDetails, { id }: Delivery, by: Actor = recipient, change: object = {}) =>
  confirmDelivery(by, {
    id,
    ...confirmationInput.parse({
      on: "2026-01-25",
      by: "Ministry of Defence",
      evidence: pieceOf(sheet).id,
      ...change,
    }),
  });
const retract = ({ id }: Delivery, by = officer, reason: string | undefined = "Counted twice") =>
  retractDelivery(by, { id, reason });

describe("a report", () => {
  test("is a separate record: the pledge keeps its version, and its history has the report", async () => {
    const sheet = await allocated();
    const delivery = value(await report(sheet, { note: "By rail" }));
    const after = await now(sheet);
    expect([after.version, after.deliveries]).toEqual([sheet.version, [delivery]]);
    expect(after.unresolved.map(({ code }) => code)).toContain("DELIVERY_UNCONFIRMED");
    const history = value(await loadHistory(manager, sheet.reference, { cursor: null, limit: 1 }, LATER));
    expect(history.items[0]).toMatchObject({ action: "delivery.reported" });
    expect(history.items[0]?.changes.map(({ field }) => field)).not.toContain("contribution");
  });

  test.each<[string, object, string]>([
    ["of another pledge's line", { contribution: crypto.randomUUID() }, "invalid, contribution unknown"],
    ["of nothing", { quantity: null }, "invalid, quantity.min quantity-or-money"],
    [
      "in another unit",
      { quantity: { ...people(5), unit: "BRIGADE" } },
      "invalid, quantity.unit another-unit",
    ],
    [
      "in another currency",
      { money: { amount: "1", currency: "GBP" } },
      "invalid, money.currency another-currency",
    ],
    [
      "in words",
      { quantity: { kind: "QUALITATIVE", asStated: "some" } },
      "invalid, quantity.kind needs-number, quantity.unit another-unit",
    ],
    ["of what has not come yet", { deliveredOn: "2198-01-01" }, "invalid, deliveredOn in-future"],
    ["on evidence of another pledge", { evidence: [crypto.randomUUID()] }, "invalid, evidence.0 unknown"],
  ])("%s is refused, and nothing is logged", async (_, change, expected) => {
    const sheet = await allocated();
    const before = await register.head();
    expect(refusalOf(await report(sheet, change))).toBe(expected);
    expect(await register.head()).toBe(before);
  });

  test("has to name evidence, and what delivered means", () => {
    const bare = { contribution: crypto.randomUUID(), deliveredOn: "2026-01-20" };
    expect(deliveryInput.safeParse({ ...bare, definition: "HANDED_OVER", evidence: [] }).success).toBe(false);
    expect(deliveryInput.safeParse({ ...bare, evidence: [crypto.randomUUID()] }).success).toBe(false);
  });

  test("is made only by the desk and managers", async () => {
    const sheet = await allocated();
    const { officerNorth, auditor, admin } = register;
    const said = [officerNorth, recipient, auditor, admin, manager].map(async (by) =>
      refusalOf(await report(sheet, {}, by)),
    );
    expect(await Promise.all(said)).toEqual(["another-desk", "another-desk", "role", "role", "ok"]);
  });
});

describe("the recipient's confirmation", () => {
  test("is recorded by the recipient's desk or a manager, and by nobody else", async () => {
    const sheet = await allocated();
    const one = value(await report(sheet));
    const other = value(await report(sheet, {}, manager));
    expect(refusalOf(await confirm(sheet, one, officer))).toBe("another-desk");
    expect(refusalOf(await confirm(sheet, one, register.auditor))).toBe("role");
    expect(value(await confirm(sheet, one)).confirmation).toMatchObject({ by: "Ministry of Defence" });
    expect(refusalOf(await confirm(sheet, one))).toBe("already-there");
    expect(refusalOf(await confirm(sheet, other, manager2))).toBe("ok");
    expect((await now(sheet)).unresolved.map(({ code }) => code)).not.toContain("DELIVERY_UNCONFIRMED");
  });

  test("is not before the delivery, and names evidence that isn't retracted", async () => {
    const sheet = await allocated();
    const one = value(await report(sheet));
    expect(refusalOf(await confirm(sheet, one, recipient, { on: "2026-01-19" }))).toBe(
      "invalid, on before-delivery",
    );
    expect(refusalOf(await confirm(sheet, one, recipient, { on: "2198-01-01" }))).toBe(
      "invalid, on in-future",
    );
    const { id } = pieceOf(sheet);
    value(await retractEvidence(officer, { id, reason: "Forged" }, LATER));
    expect(refusalOf(await confirm(sheet, one))).toBe("invalid, evidence unknown");
  });
});

describe("the requirements of stages", () => {
  test("DELIVERING needs a report, and FULFILLED a confirmation", async () => {
    const sheet = await allocated();
    const to = (stage: string) => ({ to: stage, reason: "On file" });
    expect(refusalOf(await step(sheet, to("DELIVERING")))).toBe("evidence-missing");
    expect(sheet.may.propose).not.toContain("DELIVERING");
    const delivery = value(await report(sheet));
    const delivering = await stepped(await now(sheet), to("DELIVERING"));
    expect(refusalOf(await step(delivering, to("FULFILLED")))).toBe("evidence-missing");
    value(await confirm(sheet, delivery));
    expect((await stepped(await now(sheet), to("FULFILLED"))).stage).toBe("FULFILLED");
  });

  test("a condition that is not true keeps it from DELIVERING, unless a manager's decision overrides it", async () => {
    const sheet = await allocated();
    value(await report(sheet));
    const condition = { trigger: "UKRAINE_REQUEST" };
    const held = { reference: sheet.reference, ifMatch: sheet.version };
    const waiting = await decided(
      manager,
      await setCondition(officer, { ...held, condition, reason: "Asked" }, LATER),
    );
    const wish = { to: "DELIVERING", reason: "Moving" };
    expect(refusalOf(await step(waiting, wish))).toBe("condition-open");
    expect(refusalOf(await step(waiting, { ...wish, to: "COMMITTED", override: "So" }))).toBe(
      "invalid, override not-used",
    );

    const proposal = proposed(await step(waiting, { ...wish, override: "Kyiv asked by telephone" }));
    const filter = proposalQuery.parse(new URLSearchParams());
    const review = value(await loadReview(manager, proposal.id, value(filter), LATER));
    expect(review.checks.find(({ what }) => what === "condition")).toMatchObject({
      ok: true,
      override: "Kyiv asked by telephone",
    });
    const history = value(await loadHistory(manager, sheet.reference, { cursor: null, limit: 1 }, LATER));
    expect(history.items[0]?.changes).toContainEqual({
      field: "override",
      from: null,
      to: "Kyiv asked by telephone",
    });
    value(await approve(manager, proposal));
    expect((await now(sheet)).stage).toBe("DELIVERING");
  });

  test("a report that is retracted before the decision no longer counts", async () => {
    const sheet = await allocated();
    const delivery = value(await report(sheet));
    const proposal = proposed(await step(await now(sheet), { to: "DELIVERING", reason: "Moving" }));
    value(await retract(delivery));
    expect(refusalOf(await approve(manager, proposal))).toBe("evidence-missing");
  });
});

describe("four eyes", () => {
  test("a manager who recorded the confirmation after the proposal can't decide it", async () => {
    const sheet = await allocated();
    const delivery = value(await report(sheet));
    const proposal = proposed(await step(await now(sheet), { to: "DELIVERING", reason: "Moving" }));
    value(await confirm(sheet, delivery, manager));
    expect(refusalOf(await approve(manager, proposal))).toBe("own-proposal");
    expect(refusalOf(await approve(manager2, proposal))).toBe("ok");
  });

  test("a report that the stage needs can't be retracted, and one that it doesn't need can", async () => {
    const sheet = await allocated();
    const delivery = value(await report(sheet));
    const more = value(await report(sheet));
    value(await confirm(sheet, delivery));
    const fulfilled = await stepped(await now(sheet), { to: "FULFILLED", reason: "All of it" });
    expect(refusalOf(await retract(more))).toBe("ok");
    expect(refusalOf(await retract(more))).toBe("already-there");
    for (const by of [officer, manager]) expect(refusalOf(await retract(delivery, by))).toBe("no-such-step");
    await stepped(fulfilled, { to: "ALLOCATED", reason: "It was a mistake" });
    expect(refusalOf(await retractDelivery(officer, { id: delivery.id }))).toBe("reason-missing");
    expect(value(await retract(delivery)).retracted).toMatchObject({ reason: "Counted twice" });
    expect(refusalOf(await confirm(sheet, delivery))).toBe("no-such-step");
  });

  test("nor is the evidence of it, however many stages rest on it, until the step down is decided", async () => {
    const sheet = await allocated();
    const delivery = value(await report(sheet));
    const { id } = pieceOf(sheet);
    const retractPiece = (by: Actor) => retractEvidence(by, { id, reason: "Forged" }, LATER);
    const delivering = await stepped(await now(sheet), { to: "DELIVERING", reason: "Moving" });
    const refusal = { code: "no-such-step", params: { because: "evidence", stage: "DELIVERING" } };
    for (const by of [officer, manager]) expect(await retractPiece(by)).toMatchObject({ ok: false, refusal });
    value(await confirm(sheet, delivery));
    const fulfilled = await stepped(delivering, { to: "FULFILLED", reason: "All of it" });
    expect(refusalOf(await retractPiece(manager))).toBe("no-such-step");
    await stepped(fulfilled, { to: "ALLOCATED", reason: "It was a mistake" });
    expect(refusalOf(await retractPiece(officer))).toBe("ok");
  });

  test("an allocation changes by decision once the pledge is binding, and a shortage is a gap", async () => {
    const sheet = await allocated();
    const [line] = sheet.contributions.map(({ allocated: _none, ...kept }) => kept);
    const wish = (set: object) =>
      changePledge(
        officer,
        {
          reference: sheet.reference,
          ifMatch: sheet.version,
          changes: pledgeChanges.parse({ contributions: [{ ...line, allocated: set }] }),
          reason: "Named",
        },
        LATER,
      );
    const short = await decided(manager, await wish({ quantity: people(400), on: "2026-01-15" }));
    expect(short.contributions[0]?.allocated).toEqual({
      quantity: { ...people(400), asStated: null },
      money: null,
      on: "2026-01-15",
    });
    expect(short.unresolved).toContainEqual(
      expect.objectContaining({ code: "ALLOCATION_SHORT", since: "2026-01-15", class: "GAP" }),
    );
    expect(refusalOf(await wish({ quantity: people(1), on: "2198-01-01" }))).toBe("version");
  });

  test("an allocation may be sent with the step to ALLOCATED", async () => {
    const evidence = [aSentPiece({ kind: "BUDGET_DOCUMENT" })];
    const sheet = value(
      await logPledge(officer, aSentPledge({ evidence, windowStart: "2026-01-10" }), LATER),
    );
    const [line] = sheet.contributions;
    const set = {
      quantity: people(6000),
      money: { amount: "200000000.00", currency: "EUR" },
      on: "2026-01-15",
    };
    const after = await stepped(sheet, {
      to: "ALLOCATED",
      reason: "Set aside",
      changes: { contributions: [{ ...line, allocated: set }] },
    });
    expect(after.contributions[0]?.allocated?.money).toEqual({ amount: "200000000.00", currency: "EUR" });
    expect(after.unresolved.map(({ code }) => code)).not.toContain("ALLOCATION_SHORT");
  });
});

test("the log is intact, and what is stored is what would be recomputed", async () => {
  expect(await verifyRegister()).toMatchObject({ intact: true });
  const { differing, counters, cells } = await checkRegister();
  expect({ differing, counters, cells }).toEqual({ differing: [], counters: [], cells: [] });
});
