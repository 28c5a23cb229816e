import fc from "fast-check";
import { expect, test } from "vitest";
import { cursorOf, keyIn } from "@/lib/domain/base/cursor";

const anything = () => true;

test("a cursor gives back the key it was made of, whatever the key's letters", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "grapheme" }).filter((part) => !part.includes("\0"))), (key) => {
      expect(keyIn(cursorOf("reference", key), "reference", anything)).toEqual(key);
    }),
  );
});

test("a cursor of another order gives no key", () => {
  expect(keyIn(cursorOf("-dueOn", ["2026-01-06"]), "dueOn", anything)).toBeNull();
});

test("a key of the wrong kind is not given", () => {
  expect(keyIn(cursorOf("reference", ["FR"]), "reference", (key) => key.length === 3)).toBeNull();
});

test("a text that was never a cursor gives no key, and doesn't throw", () => {
  const wrapped = (value: unknown): string => btoa(JSON.stringify(value)).replaceAll("=", "");
  const hostile = [
    "",
    "%",
    "abc",
    "=",
    "🙂",
    "x".repeat(2_000),
    wrapped({}),
    wrapped("reference"),
    wrapped(["reference", 1]),
  ];
  for (const cursor of [...hostile, wrapped(["reference", "\0"]), btoa("\xff\xfe")]) {
    expect(keyIn(cursor, "reference", anything)).toBeNull();
  }
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(keyIn(text, "reference", () => false)).toBeNull();
    }),
  );
});
