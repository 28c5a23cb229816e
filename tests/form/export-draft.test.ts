// What the address of a package's form says, and what an earlier draft may still say.
import { describe, expect, test } from "vitest";
import { draftFilter, exportAsked, FRESH_EXPORT } from "@/components/exports/draft";

const EARLIER = {
  ...FRESH_EXPORT,
  what: "UNRESOLVED" as const,
  participant: "FR",
  rest: "class=GAP",
  asOf: "2026-01-06T14:00",
  purpose: "A question",
};
const opened = (address: Parameters<typeof exportAsked>[0]) => ({
  ...EARLIER,
  ...exportAsked(address, "Europe/Kyiv"),
});

describe("over an earlier draft", () => {
  test("a view is opened as its address says it, as of now unless it says when", () => {
    expect(opened({ what: "COVERAGE" })).toEqual({
      ...FRESH_EXPORT,
      what: "COVERAGE",
      purpose: "A question",
    });
    expect(opened({ what: "REGISTER", filter: "participant=GB&stage=PLEDGED" })).toEqual({
      ...FRESH_EXPORT,
      participant: "GB",
      rest: "stage=PLEDGED",
      purpose: "A question",
    });
    expect(opened({ what: "COVERAGE", asOf: "2026-01-27T10:00Z" })).toMatchObject({
      what: "COVERAGE",
      asOf: "2026-01-27T12:00",
    });
  });

  test("a moment alone is taken, the view is the draft's", () => {
    expect(opened({ asOf: "2026-01-27T10:00Z" })).toEqual({
      ...EARLIER,
      rest: "",
      asOf: "2026-01-27T12:00",
    });
  });

  test("without an address, filters of a page that the reader came from before no longer apply", () => {
    expect(opened({})).toEqual({ ...EARLIER, rest: "" });
    expect(opened({ what: "SECRETS", asOf: "2026-01-06" })).toEqual({ ...EARLIER, rest: "" });
  });
});

test.each([
  ["REGISTER", "priority=3&participant=FR"],
  ["UNRESOLVED", "class=GAP&priority=3"],
  ["REGISTER", "priority=1%2C2"],
  ["PARTICIPANT", "FR"],
  ["LOG", ""],
])("%s %s is asked for as its page has it", (what, filter) => {
  const draft = { ...FRESH_EXPORT, ...exportAsked({ what, filter }, "Europe/Kyiv") };
  expect([...new URLSearchParams(draftFilter(draft))].sort()).toEqual(
    [...new URLSearchParams(filter)].sort(),
  );
});
