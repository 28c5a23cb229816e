import { describe, expect, test } from "vitest";
import { withLanguage } from "@/lib/i18n/reader";
import { dayInWords, longMomentIn, momentIn, relativeTo, shortDay, zoneName } from "@/lib/i18n/dates";

describe("moments and days in words", () => {
  test("a moment is shown in its time zone", () => {
    expect(momentIn("Europe/Kyiv", "2026-02-25T08:40:00Z")).toBe("25 Feb 2026, 10:40");
    expect(momentIn("UTC", "2026-02-25T00:05:00Z")).toBe("25 Feb 2026, 00:05");
    expect(longMomentIn("Europe/Kyiv", "2026-07-01T21:30:00Z")).toBe("2 July 2026, 00:30");
  });

  test("a day has a long and a short form", () => {
    expect(dayInWords("2026-01-06")).toBe("6 January 2026");
    expect(shortDay("2026-12-31")).toBe("31 Dec 2026");
  });

  test.each([
    ["fr", "2026-03-01", "1er mars 2026", "1er mars 2026"],
    ["fr", "2026-12-11", "11 décembre 2026", "11 déc. 2026"],
    ["uk", "2026-03-01", "1 березня 2026 року", "1 бер. 2026 р."],
  ] as const)("in %s %s is %s", (language, day, long, short) => {
    expect(withLanguage(language, () => dayInWords(day)).replaceAll("\u00a0", " ")).toBe(long);
    expect(withLanguage(language, () => shortDay(day)).replaceAll("\u00a0", " ")).toBe(short);
  });

  test("a zone is named by its city", () => {
    expect(zoneName("Europe/Kyiv")).toBe("Kyiv");
    expect(zoneName("America/New_York")).toBe("New York");
    expect(zoneName("UTC")).toBe("UTC");
  });

  test.each([
    ["2026-02-24T08:41:00Z", "23 hours ago"],
    ["2026-02-24T08:40:00Z", "1 day ago"],
    ["2026-01-07T08:12:00Z", "49 days ago"],
    // Less than 49 times 24 hours, but the same day in Kyiv.
    ["2026-01-07T21:00:00Z", "49 days ago"],
    ["2026-02-25T08:38:50Z", "1 minute ago"],
    ["2026-02-25T08:39:30Z", "30 seconds ago"],
    ["2026-02-25T08:40:00.900Z", "now"],
    ["2026-03-02T08:40:00Z", "in 5 days"],
  ])("%s is %s", (at, words) => {
    expect(relativeTo("2026-02-25T08:40:00Z", at, "Europe/Kyiv")).toBe(words);
  });

  test("the long day on which clocks go back is one day", () => {
    expect(relativeTo("2026-10-25T21:30:00Z", "2026-10-24T21:05:00Z", "Europe/Kyiv")).toBe("1 day ago");
    expect(relativeTo("2026-10-24T21:05:00Z", "2026-10-25T21:30:00Z", "Europe/Kyiv")).toBe("in 1 day");
  });
});
