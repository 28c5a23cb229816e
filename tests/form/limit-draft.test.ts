// The limits of an approval, as loaded into its form and as sent.
import { expect, test } from "vitest";
import { limitsBody, limitsDraft, NEW_LIMIT } from "@/components/pledges/approvals/limit-draft";
import { moneyFrom } from "@/lib/domain/pledge/money";

const [onRecord = NEW_LIMIT] = limitsDraft([
  {
    quantity: null,
    money: moneyFrom({
      kind: "UP_TO",
      min: "0",
      max: "300000000",
      currency: "EUR",
      asStated: "up to €300 million",
    }),
  },
]);

test.each([
  [{}, { money: { max: "300000000", asStated: "up to €300 million" } }],
  [{ most: "300 000 000" }, { money: { asStated: "up to €300 million" } }],
  [{ most: "500000000" }, { money: { max: "500000000", asStated: null } }],
  [{ measure: "USD" }, { money: { currency: "USD", asStated: null } }],
  [{ measure: "PERSON", most: "500" }, { quantity: { max: 500, asStated: null } }],
])("with %j the words of the source are sent only for the same limit", (change, body) => {
  expect(limitsBody([{ ...onRecord, ...change }])).toMatchObject([body]);
});
