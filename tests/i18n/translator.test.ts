import { expect, test } from "vitest";
import { faultWords } from "@/lib/i18n/words/fault-words";
import { translator } from "@/lib/i18n/translator";

test.each(["constructor", "__proto__", "toString", "constructor.name"])(
  "%s, which every object has, is no message",
  (key) => {
    expect(translator("fields").has(key)).toBe(false);
  },
);

test("a fault by such a name is told like any that nobody knows", () => {
  expect(faultWords({ field: "password", code: "constructor", minutes: 0 }, "profile")).toEqual([
    { message: translator("profile")("failed") },
  ]);
});
