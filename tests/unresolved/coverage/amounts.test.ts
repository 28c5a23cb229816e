import { afterAll, beforeAll, expect, test } from "vitest";
import { loadAmountLines, loadAmounts } from "@/lib/unresolved/coverage/queries";
import { confirmDelivery, reportDelivery, retractDelivery } from "@/lib/pledges/deliveries/commands";
import { deliveryInput } from "@/lib/pledges/deliveries/schema";
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import { sideBySide, type AmountColumn } from "@/lib/domain/requirements/side-by-side";
import {
  changePledge,
  logPledge,
  retractEvidence,
  setStage,
  voidPledge,
} from "@/lib/pledges/pledges/commands";
import { pledgeChanges, stageInput } from "@/lib/pledges/pledges/schema";
import { decided } from "@/tests/support/decisions";
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

const quantity = (kind: string, min: number | null, max: number | null, unit: string | null = "PERSON") => ({
  kind,
  min,
  max,
  unit,
});
const line = (change: object) => ({
  kind: "TROOPS",
  domain: "LAND",
  location: "IN_UKRAINE",
  quantity: quantity("NOT_STATED", null, null),
  ...change,
});
const log = async (contributions: object[], change: object = {}): Promise<PledgeDetails> =>
  value(
    await logPledge(
      register.officer,
      aSentPledge({
        contributions,
        evidence: [aSentPiece({ kind: "TRANSFER_DOCUMENT" })],
        windowStart: "2026-01-01",
        ...change,
      }),
      LATER,
    ),
  );
const figures = async (what: "stages" | "delivered") => {
  const amounts = value(await loadAmounts(register.auditor, 3));
  return sideBySide<AmountColumn>(amounts[what]).map(({ measure, sides }) => [
    measure,
    Object.entries(sides).map(([column, { low, high, numbered, unnumbered }]) => [
      column,
      low,
      high,
      numbered,
      unnumbered,
    ]),
  ]);
};

test("stages are side by side, for each unit and currency, with the lines behind a figure, but no void pledge", async () => {
  await log([
    line({ quantity: quantity("EXACT", 6000, 6000) }),
    line({ quantity: quantity("QUALITATIVE", null, null) }),
  ]);
  const committed = await log([
    line({ quantity: quantity("AT_LEAST", 500, null), money: { amount: "200000000.50", currency: "GBP" } }),
  ]);
  await decided(
    register.manager,
    await setStage(
      register.officer,
      {
        reference: committed.reference,
        ifMatch: 1,
        ...stageInput.parse({ to: "COMMITTED", reason: "Signed" }),
      },
      LATER,
    ),
  );
  await log([line({ money: { amount: "1", currency: "GBP" } })], { stage: "SIGNALLED" });
  await log([line({ quantity: quantity("EXACT", 9, 9) })], { priority: 2 });
  await log([line({ quantity: quantity("NOT_APPLICABLE", null, null, null) })]);
  const { reference } = await log([line({ quantity: quantity("EXACT", 70, 70) })]);
  value(await voidPledge(register.manager, { reference, ifMatch: null, reason: "Twice" }, LATER));
  expect(await figures("stages")).toEqual([
    [
      "PERSON",
      [
        ["COMMITTED", "500", null, 1, 0],
        ["PLEDGED", "6000", "6000", 1, 1],
      ],
    ],
    [
      "GBP",
      [
        ["COMMITTED", "200000000.5", "200000000.5", 1, 0],
        ["SIGNALLED", "1", "1", 1, 0],
      ],
    ],
  ]);

  const behind = await loadAmountLines(
    register.auditor,
    3,
    { column: "COMMITTED", measure: "GBP", of: "currency" },
    10,
  );
  expect(value(behind)).toMatchObject([
    {
      reference: committed.reference,
      kind: "TROOPS",
      quantity: null,
      money: { amount: "200000000.50", currency: "GBP" },
    },
  ]);
  expect(refusalOf(await loadAmounts(register.admin, 3))).toBe("role");
});

test("sums have two ends and may be approximate; the lines behind say how each was stated", async () => {
  const money = [
    { amount: "200000000.50", currency: "EUR" },
    { kind: "UP_TO", max: "2000000000", currency: "EUR", asStated: "up to €2bn" },
    { kind: "APPROXIMATE", min: "1600000000", max: "1600000000", currency: "EUR" },
    { kind: "RANGE", min: "1", max: "3", currency: "SEK" },
    { kind: "AT_LEAST", min: "1.00", max: null, currency: "SEK" },
  ];
  const sheet = await log(
    money.map((one) => line({ money: one })),
    { priority: 4 },
  );
  const amounts = value(await loadAmounts(register.auditor, 4));
  const euros = { low: "1800000000.5", high: "3800000000.5", about: true, numbered: 3 };
  expect(sideBySide(amounts.stages)).toMatchObject([
    { measure: "EUR", sides: { PLEDGED: euros } },
    { measure: "SEK", sides: { PLEDGED: { low: "2", high: null, about: false, numbered: 2 } } },
  ]);
  const behind = async (column: AmountColumn, measure: string) => {
    const figure = { column, measure, of: "currency" } as const;
    const lines = value(await loadAmountLines(register.auditor, 4, figure, 10));
    return lines.map((one) => one.money);
  };
  const stored = sheet.contributions.map((one) => one.money);
  expect(await behind("PLEDGED", "EUR")).toEqual(stored.slice(0, 3));
  expect(await behind("PLEDGED", "SEK")).toEqual(stored.slice(3));

  const aside = { kind: "UP_TO", min: "0", max: "7", currency: "EUR", asStated: null };
  const contributions = sheet.contributions.map((one, place) => ({
    ...one,
    allocated: place === 0 ? { money: aside, on: "2026-01-15" } : null,
  }));
  const changes = pledgeChanges.parse({ contributions });
  value(await changePledge(register.officer, { reference: sheet.reference, ifMatch: 1, changes }, LATER));
  const { delivered } = value(await loadAmounts(register.auditor, 4));
  expect(sideBySide(delivered)).toMatchObject([
    { measure: "EUR", sides: { SET_ASIDE: { low: "0", high: "7", numbered: 1 } } },
  ]);
  expect(await behind("SET_ASIDE", "EUR")).toEqual([aside]);
});

test("allocated, delivered and confirmed amounts are separate, without anything that was retracted", async () => {
  const sheet = await log([line({ quantity: quantity("EXACT", 100, 100, "SYSTEM") })]);
  const [contribution] = sheet.contributions;
  const [piece] = sheet.evidence;
  const changes = pledgeChanges.parse({
    contributions: [
      { ...contribution, allocated: { quantity: quantity("EXACT", 80, 80, "SYSTEM"), on: "2026-01-15" } },
    ],
  });
  value(await changePledge(register.officer, { reference: sheet.reference, ifMatch: 1, changes }, LATER));
  const report = async (n: number, definition: string) =>
    value(
      await reportDelivery(register.officer, {
        reference: sheet.reference,
        ...deliveryInput.parse({
          contribution: contribution?.id,
          quantity: quantity("EXACT", n, n, "SYSTEM"),
          deliveredOn: "2026-01-20",
          definition,
          evidence: [piece?.id],
        }),
      }),
    );
  const [left, handed, twice] = [
    await report(30, "LEFT_ORIGIN"),
    await report(20, "HANDED_OVER"),
    await report(20, "HANDED_OVER"),
  ];
  value(await retractDelivery(register.officer, { id: twice.id, reason: "Twice" }));
  value(
    await confirmDelivery(register.manager, {
      id: handed.id,
      on: "2026-01-22",
      by: "Ministry",
      evidence: piece?.id ?? "",
    }),
  );
  expect(await figures("delivered")).toEqual([
    [
      "SYSTEM",
      [
        ["CONFIRMED", "20", "20", 1, 0],
        ["HANDED_OVER", "20", "20", 1, 0],
        ["LEFT_ORIGIN", "30", "30", 1, 0],
        ["SET_ASIDE", "80", "80", 1, 0],
      ],
    ],
  ]);
  const behind = await loadAmountLines(
    register.auditor,
    3,
    { column: "LEFT_ORIGIN", measure: "SYSTEM", of: "unit" },
    10,
  );
  expect(value(behind)).toMatchObject([
    { on: left.deliveredOn, definition: "LEFT_ORIGIN", quantity: { min: 30, max: 30 } },
  ]);
  value(await retractEvidence(register.officer, { id: piece?.id ?? "", reason: "Forged" }, LATER));
  expect(await figures("delivered")).toEqual([["SYSTEM", [["SET_ASIDE", "80", "80", 1, 0]]]]);
});

test("two lines that are the same unit count once in their column", async () => {
  const ship = line({ quantity: quantity("EXACT", 4, 4, "SHIP") });
  const first = await log([ship]);
  const sameAs = first.contributions[0]?.id;
  await log([{ ...line({ quantity: quantity("RANGE", 2, 3, "SHIP") }), sameAs }], { participant: "DE" });
  await log([line({ quantity: quantity("EXACT", 1, 1, "SHIP") })]);
  const ships = (await figures("stages")).find(([measure]) => measure === "SHIP");
  expect(ships).toEqual(["SHIP", [["PLEDGED", "5", "5", 3, 0]]]);
});
