import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareAmounts } from "@/lib/domain/base/amount";
import { isShort } from "@/lib/domain/pledge/measure";
import { isExact, isZero, moneyEnds, moneyFrom, type Money } from "@/lib/domain/pledge/money";
import { NOT_STATED } from "@/lib/domain/pledge/quantity";
import { NO_QUANTITY, plus, rangePart, spanOfMoney } from "@/lib/domain/requirements/quantity-range";
import { anyMoney } from "@/tests/support/any/any-value";

const EXACT: Money = { amount: "200000000.00", currency: "GBP" };
const ABOUT: Money = {
  kind: "APPROXIMATE",
  min: "1600000000",
  max: "1600000000",
  currency: "GBP",
  asStated: "~£1.6bn",
};
const UP_TO: Money = { kind: "UP_TO", min: "0", max: "2000000000", currency: "EUR", asStated: "up to €2bn" };
const AT_LEAST: Money = { kind: "AT_LEAST", min: "1000000000", max: null, currency: "EUR", asStated: null };
const RANGE: Money = { kind: "RANGE", min: "1000000000", max: "2000000000", currency: "EUR", asStated: null };
const M = 10_000n * 1_000_000n;

describe("as an interval", () => {
  test.each<[Money, bigint, bigint | null, boolean]>([
    [EXACT, 200n * M, 200n * M, false],
    [ABOUT, 1_600n * M, 1_600n * M, true],
    [UP_TO, 0n, 2_000n * M, false],
    [AT_LEAST, 1_000n * M, null, false],
    [RANGE, 1_000n * M, 2_000n * M, false],
  ])("%j", (money, low, high, about) => {
    expect(spanOfMoney(money)).toEqual({ low, high, about });
  });

  test("a smaller part of an approximate sum is exact, and all of it isn't", () => {
    expect(rangePart(spanOfMoney(ABOUT), 200n * M)).toEqual({ low: 200n * M, high: 200n * M, about: false });
    expect(rangePart(spanOfMoney(ABOUT), 9_000n * M).about).toBe(true);
    expect(rangePart(spanOfMoney(UP_TO), 200n * M)).toEqual({ low: 0n, high: 200n * M, about: false });
  });
});

test("“up to 0” is zero, and “at least 0” isn't", () => {
  expect(isZero({ amount: "0.00", currency: "EUR" })).toBe(true);
  expect(isZero({ kind: "UP_TO", min: "0", max: "0", currency: "EUR", asStated: null })).toBe(true);
  expect(isZero({ kind: "AT_LEAST", min: "0", max: null, currency: "EUR", asStated: null })).toBe(false);
});

test.each<[Money, Money, boolean]>([
  [EXACT, { ...EXACT, amount: "199999999.99" }, true],
  [EXACT, { kind: "AT_LEAST", min: "200000000", max: null, currency: "GBP", asStated: null }, false],
  [ABOUT, EXACT, true],
  // Nothing is certain to be given, so nothing is short of it.
  [UP_TO, { amount: "1", currency: "EUR" }, false],
  [RANGE, { amount: "1000000000", currency: "EUR" }, false],
  [RANGE, { kind: "UP_TO", min: "0", max: "2000000000", currency: "EUR", asStated: null }, true],
])("committed %j, set aside %j: short is %j, by the lower ends", (committed, aside, short) => {
  const allocated = { quantity: null, money: aside, on: "2026-01-15" };
  expect(isShort({ quantity: NOT_STATED, money: committed, allocated })).toBe(short);
});

describe("laws", () => {
  test("a sum is restored exactly from its ends, and an exact one begins with amount and currency", () => {
    fc.assert(
      fc.property(anyMoney, (money) => {
        const ends = moneyEnds(money);
        expect(moneyFrom(ends)).toEqual(money);
        expect(isExact(money)).toBe(ends.kind === "EXACT");
        if (isExact(money)) expect(Object.keys(money).slice(0, 2)).toEqual(["amount", "currency"]);
      }),
    );
  });

  test("ends are in order, and equal for exact and approximate sums; “up to” begins at 0", () => {
    fc.assert(
      fc.property(anyMoney, (money) => {
        const { kind, min, max } = moneyEnds(money);
        expect(max === null).toBe(kind === "AT_LEAST");
        if (max !== null) expect(compareAmounts(min, max)).toBeLessThanOrEqual(0);
        if (kind === "EXACT" || kind === "APPROXIMATE") expect(max).toBe(min);
        if (kind === "UP_TO") expect(min).toBe("0");
      }),
    );
  });

  test("a total adds lower ends, is open if a part is, and is approximate if a part is", () => {
    fc.assert(
      fc.property(fc.array(anyMoney, { maxLength: 8 }), (parts) => {
        const spans = parts.map(spanOfMoney);
        const total = spans.reduce(plus, NO_QUANTITY);
        expect(total.low).toBe(spans.reduce((sum, { low }) => sum + low, 0n));
        expect(total.high === null).toBe(spans.some(({ high }) => high === null));
        expect(total.about).toBe(parts.some((money) => moneyEnds(money).kind === "APPROXIMATE"));
        expect(spans.toReversed().reduce(plus, NO_QUANTITY)).toEqual(total);
      }),
    );
  });
});
