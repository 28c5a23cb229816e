import { expect, test } from "vitest";
import { entriesOf, receiptIn } from "@/lib/domain/base/receipt";

const leafHash = "a".repeat(64);

test("a receipt names one entry, or the first and the last of several", () => {
  expect(entriesOf({ first: 998, last: 998, leafHash })).toBe("998");
  expect(entriesOf({ first: 996, last: 998, leafHash })).toBe("996-998");
});

test.each([
  { first: 998, last: 998, leafHash },
  { first: 996, last: 998, leafHash },
])("a receipt is read back as it was written: $first to $last", (receipt) => {
  expect(receiptIn(entriesOf(receipt), receipt.leafHash)).toEqual(receipt);
});

test.each([
  [null, leafHash],
  ["998", null],
  ["0", leafHash],
  ["998-", leafHash],
  ["998", "A".repeat(64)],
  ["998, 999", leafHash],
])("%s with %s is no receipt", (entries, hash) => {
  expect(receiptIn(entries, hash)).toBeNull();
});
