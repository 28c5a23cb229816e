import { describe, expect, test } from "vitest";
import { COUNTED_TO, countedTo, listed } from "@/lib/domain/base/listing";

describe("a page of a list", () => {
  test("ends with a cursor after its last row, if one more was found", () => {
    expect(listed(["a", "b", "c"], 2, 3, (last) => `after ${last}`)).toEqual({
      items: ["a", "b"],
      next: "after b",
      total: 3,
      capped: false,
    });
  });

  test.each([[["a", "b"]], [["a"]], [[]]])("is the last one with %j", (found) => {
    expect(listed(found, 2, found.length, String)).toMatchObject({ items: found, next: null });
  });

  test("marks a total beyond the limit of counting as capped", () => {
    expect(countedTo(COUNTED_TO)).toEqual({ total: COUNTED_TO, capped: false });
    expect(countedTo(COUNTED_TO + 1)).toEqual({ total: COUNTED_TO, capped: true });
  });
});
