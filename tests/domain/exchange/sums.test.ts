import { expect, test } from "vitest";
import { lineInCodes } from "@/lib/domain/exchange/in-codes";
import { contributions } from "@/lib/domain/exchange/tables/pledges";
import { pledgeRecord } from "@/lib/domain/history/record";
import type { Money } from "@/lib/domain/pledge/money";
import { aContribution, aPledge } from "../../support/cast";

const UP_TO: Money = { kind: "UP_TO", min: "0", max: "2000000000", currency: "EUR", asStated: "up to €2bn" };
const ABOUT: Money = { kind: "APPROXIMATE", min: "5", max: "5", currency: "EUR", asStated: null };
const AT_LEAST: Money = { kind: "AT_LEAST", min: "5", max: null, currency: "EUR", asStated: null };
const EXACT: Money = { amount: "200000000.00", currency: "GBP" };

test.each<[Money, string]>([
  [EXACT, "200000000.00 GBP"],
  [UP_TO, 'UP_TO 0–2000000000 EUR "up to €2bn"'],
  [ABOUT, "APPROXIMATE 5 EUR"],
  [AT_LEAST, "AT_LEAST 5– EUR"],
])("in a list, %j is %s", (money, codes) => {
  expect(lineInCodes(aContribution({ money }))).toContain(` ${codes} `);
});

const FIELDS = ["Amount", "Currency", "Kind", "Min", "Max", "AsStated"].map((of) => `money${of}`);

test.each<[Money | null, unknown[]]>([
  [EXACT, ["200000000.00", "GBP", "EXACT", "200000000.00", "200000000.00", null]],
  // Anyone who adds up the amounts adds only exact ones.
  [UP_TO, [null, "EUR", "UP_TO", "0", "2000000000", "up to €2bn"]],
  [AT_LEAST, [null, "EUR", "AT_LEAST", "5", null, null]],
  [null, [null, null, null, null, null, null]],
])("in columns, %j is %j", (money, cells) => {
  const [row] = contributions.rows(
    "pledge",
    pledgeRecord(aPledge({ contributions: [aContribution({ money })] })),
  );
  const place = (name: string) => contributions.fields.findIndex((field) => field.name === name);
  expect(FIELDS.map((name) => row?.[place(name)])).toEqual(cells);
});
