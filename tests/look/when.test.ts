import { describe, expect, test } from "vitest";
import { dayInWords, longMomentIn, momentIn, relativeTo, shortDay, zoneName } from "@/lib/i18n/when";

describe("moments and days in words", () => {
  test("a moment stands on the clocks of its zone", () => {
    expect(momentIn("Europe/Kyiv", "2026-02-25T08:40:00Z")).toBe("25 Feb 2026, 10:40");
    expect(momentIn("UTC", "2026-02-25T00:05:00Z")).toBe("25 Feb 2026, 00:05");
    expect(longMomentIn("Europe/Kyiv", "2026-07-01T21:30:00Z")).toBe("2 July 2026, 00:30");
  });

  test("a day is the same everywhere", () => {
    expect(dayInWords("2026-01-06")).toBe("6 January 2026");
    expect(shortDay("2026-12-31")).toBe("31 Dec 2026");
  });

  test("a zone is called by its city", () => {
    expect(zoneName("Europe/Kyiv")).toBe("Kyiv");
    expect(zoneName("America/New_York")).toBe("New York");
    expect(zoneName("UTC")).toBe("UTC");
  });

  test.each([
    ["2026-02-24T08:41:00Z", "23 hours ago"],
    ["2026-02-24T08:40:00Z", "1 day ago"],
    ["2026-01-07T08:12:00Z", "49 days ago"],
    ["2026-02-25T08:39:30Z", "0 minutes ago"],
    ["2026-03-02T08:40:00Z", "in 5 days"],
  ])("%s is %s", (at, words) => {
    expect(relativeTo("2026-02-25T08:40:00Z", at)).toBe(words);
  });
});
