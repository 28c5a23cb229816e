// What the address of a package's form says.
import { expect, test } from "vitest";
import { draftFilter, exportAsked, FRESH_EXPORT } from "@/components/exports/draft";

const opened = (address: Parameters<typeof exportAsked>[0]) => ({
  ...FRESH_EXPORT,
  ...exportAsked(address, "Europe/Kyiv"),
});

test("a view is opened as its address says it, as of now unless it says when", () => {
  expect(opened({ what: "COVERAGE" })).toEqual({ ...FRESH_EXPORT, what: "COVERAGE" });
  expect(opened({ what: "REGISTER", filter: "participant=GB&stage=PLEDGED" })).toEqual({
    ...FRESH_EXPORT,
    participant: "GB",
    rest: "stage=PLEDGED",
  });
  expect(opened({ what: "COVERAGE", asOf: "2026-01-27T10:00Z" })).toEqual({
    ...FRESH_EXPORT,
    what: "COVERAGE",
    asOf: "2026-01-27T12:00",
  });
});

test("a moment alone is taken, and what is no view or moment is not", () => {
  expect(opened({ asOf: "2026-01-27T10:00Z" })).toEqual({ ...FRESH_EXPORT, asOf: "2026-01-27T12:00" });
  expect(opened({})).toEqual(FRESH_EXPORT);
  expect(opened({ what: "SECRETS", asOf: "2026-01-06" })).toEqual(FRESH_EXPORT);
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
