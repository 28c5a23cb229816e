// An amount as it is typed is sent as the API accepts it.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  draftMoneyOf,
  moneyBody,
  NO_MONEY,
  withMoneyRead,
  type DraftMoney,
} from "@/components/pledges/contribution-form/money-draft";
import { moneyFrom } from "@/lib/domain/pledge/money";
import { NUMBERED_KINDS } from "@/lib/domain/pledge/quantity";
import { moneyInput } from "@/lib/schema/amounts";

const sent = (typed: Partial<DraftMoney>) => moneyBody({ ...NO_MONEY, ...typed });
const upTo = { kind: "UP_TO", min: "0", max: "2000000000", currency: "EUR" };

describe("typed in the field for the number", () => {
  test.each<[string, object]>([
    ["~£1.6bn", { kind: "APPROXIMATE", min: "1600000000", max: "1600000000", currency: "GBP" }],
    ["up to €2bn", upTo],
    ["at least €1bn", { kind: "AT_LEAST", min: "1000000000", max: null, currency: "EUR" }],
    ["€1–2bn", { kind: "RANGE", min: "1000000000", max: "2000000000", currency: "EUR" }],
    ["jusqu’à 2 milliards d’euros", upTo],
    ["близько 1,6 млрд євро", { kind: "APPROXIMATE", min: "1600000000", currency: "EUR" }],
  ])("%s is read, with its words", (amount, money) => {
    expect(sent({ amount })).toMatchObject({ ...money, asStated: amount });
  });

  test.each<[Partial<DraftMoney>, object | null]>([
    [{}, null],
    [
      { amount: "5,000,000", currency: "EUR" },
      { amount: "5000000", currency: "EUR" },
    ],
    [{ amount: "€5m" }, { amount: "5000000", currency: "EUR" }],
    [
      { amount: "1.5 million", currency: "NOK" },
      { amount: "1500000", currency: "NOK" },
    ],
    [
      { amount: "2bn", currency: "EUR", kind: "UP_TO" },
      { ...upTo, asStated: null },
    ],
    [
      { amount: "1", to: "2.5", currency: "EUR", kind: "RANGE" },
      { kind: "RANGE", min: "1", max: "2.5", currency: "EUR", asStated: null },
    ],
    [
      { amount: "up to 2bn", currency: "EUR", asStated: "deux milliards au plus" },
      { ...upTo, asStated: "deux milliards au plus" },
    ],
  ])("%j", (typed, body) => {
    expect(sent(typed)).toEqual(body);
  });

  test.each<Partial<DraftMoney>>([
    // Another currency or another bound than the one chosen.
    { amount: "€2bn", currency: "GBP" },
    { amount: "up to €2bn", currency: "EUR", kind: "AT_LEAST" },
    { amount: "many", currency: "EUR" },
    { amount: "0.25 % of GDP", currency: "EUR" },
    { amount: "2 billion dollars" },
  ])("%j stays as typed, and is refused", (change) => {
    const typed = { ...NO_MONEY, ...change };
    expect(withMoneyRead(typed)).toEqual(typed);
    expect(moneyInput.safeParse(moneyBody(typed)).success).toBe(false);
  });
});

describe("typed over a sum with words", () => {
  const words = "близько 1,5 млрд євро";
  const onRecord = draftMoneyOf(
    moneyFrom({
      kind: "APPROXIMATE",
      min: "1500000000",
      max: "1500000000",
      currency: "EUR",
      asStated: words,
    }),
  );
  const about2 = { kind: "APPROXIMATE", min: "2000000000", max: "2000000000", currency: "EUR" };

  test.each<[Partial<DraftMoney>, object]>([
    [{}, { asStated: words }],
    [{ amount: "близько 2 млрд євро" }, { ...about2, asStated: "близько 2 млрд євро" }],
    [{ amount: "до 2 млрд євро" }, { ...upTo, asStated: "до 2 млрд євро" }],
    [{ amount: "2 млрд євро" }, { ...about2, asStated: null }],
    [{ amount: "2 000 000 000" }, { ...about2, asStated: null }],
    [{ amount: "1 500 000 000" }, { asStated: words }],
    [{ kind: "UP_TO" }, { kind: "UP_TO", asStated: null }],
    [{ currency: "USD" }, { currency: "USD", asStated: null }],
    [
      { currency: "USD", amount: "3 000 000 000" },
      { currency: "USD", asStated: null },
    ],
    [
      { amount: "близько 2 млрд євро", asStated: "Майже 2 млрд" },
      { ...about2, asStated: "Майже 2 млрд" },
    ],
    [
      { amount: "2 000 000 000", asStated: "Майже 2 млрд" },
      { ...about2, asStated: "Майже 2 млрд" },
    ],
  ])("words from which the sum was read change with it, others stay: %j", (change, body) => {
    expect(moneyBody({ ...onRecord, ...change })).toMatchObject(body);
  });

  test("words that were just read change, too", () => {
    const first = withMoneyRead({ ...NO_MONEY, amount: "au moins 1 milliard d’euros" });
    expect(sent({ ...first, amount: "jusqu’à 2 milliards d’euros" })).toEqual({
      ...upTo,
      asStated: "jusqu’à 2 milliards d’euros",
    });
    expect(sent({ ...first, amount: "2 milliards d’euros" })).toMatchObject({ asStated: null });
    const refused = { ...first, kind: "RANGE", amount: "jusqu’à 2 milliards d’euros" };
    expect(withMoneyRead(refused)).toEqual(refused);
  });

  test("words on record from which no such sum is read stay", () => {
    const money = { ...about2, kind: "APPROXIMATE" as const, asStated: words };
    expect(moneyBody({ ...draftMoneyOf(money), amount: "3000000000" })).toMatchObject({ asStated: words });
  });
});

test("an amount on record is sent back as it is", () => {
  const decimal = fc.nat({ max: 999_999_999 }).map((n) => (n / 100).toFixed(2));
  const words = fc.constantFrom(null, "so much");
  fc.assert(
    fc.property(fc.constantFrom(...NUMBERED_KINDS), decimal, decimal, words, (kind, a, b, asStated) => {
      const [min = "", high = ""] = [a, b].toSorted((one, other) => Number(one) - Number(other));
      const max = kind === "AT_LEAST" ? null : high;
      const money = moneyFrom({ kind, min, max, currency: "EUR", asStated });
      expect(moneyInput.parse(moneyBody(draftMoneyOf(money)))).toEqual(money);
    }),
  );
});
