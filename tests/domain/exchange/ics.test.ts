// Files for calendar programs: whatever the texts, each line is short enough, and reads back as it was.
import fc from "fast-check";
import { expect, test } from "vitest";
import { atOnce } from "@/lib/domain/exchange/table-view";
import { folded, icsOf, type IcsEvent } from "@/lib/domain/exchange/ics";

const anEvent = (change: Partial<IcsEvent> = {}): IcsEvent => ({
  uid: "vote.1@register.example",
  on: "2026-02-28",
  changedAt: "2026-02-25T08:40:00.123Z",
  version: 3,
  summary: "Decision: DE-3-001, Bundestag",
  description: "",
  url: "https://register.example/pledges/DE-3-001#approvals",
  category: "Decision",
  confidential: false,
  ...change,
});

async function fileOf(events: readonly IcsEvent[], marking = "Demonstration"): Promise<string> {
  let text = "";
  for await (const piece of icsOf({ name: "Register", marking }, atOnce(events))) text += piece;
  return text;
}

/** Its properties, as a program reads them. */
function propertiesIn(file: string): [name: string, value: string][] {
  return file
    .replaceAll("\r\n ", "")
    .split("\r\n")
    .slice(0, -1)
    .map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1)]);
}

const read = (value: string): string =>
  value.replaceAll(/\\([\\;,nN])/g, (_all, char: string) => (char.toLowerCase() === "n" ? "\n" : char));

test("an event lasts its day, has the time of its record's last change, and keeps nobody busy", async () => {
  const file = await fileOf([anEvent()]);
  expect(file.split("\r\n")).toEqual([
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Pledge Register//Calendar//EN",
    "CALSCALE:GREGORIAN",
    "X-WR-CALNAME:Register",
    "X-WR-CALDESC:Demonstration",
    "BEGIN:VEVENT",
    "UID:vote.1@register.example",
    "DTSTAMP:20260225T084000Z",
    "LAST-MODIFIED:20260225T084000Z",
    "SEQUENCE:3",
    "DTSTART;VALUE=DATE:20260228",
    "DTEND;VALUE=DATE:20260301",
    "SUMMARY:Decision: DE-3-001\\, Bundestag",
    "DESCRIPTION:",
    "URL:https://register.example/pledges/DE-3-001#approvals",
    "CATEGORIES:Decision",
    "CLASS:PUBLIC",
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ]);
  expect(await fileOf([anEvent()])).toBe(file);
  expect(await fileOf([anEvent({ confidential: true })])).toContain("\r\nCLASS:CONFIDENTIAL\r\n");
});

/** Letters of one to four octets, what is escaped, and what ends lines. */
const anyChar = fc.constantFrom(..."aї€😀\\;,:\"'\n\r\t\u0000\u0085\u2028 ", "\r\n", "e\u0301", "\uD800");
const anySaid = fc.array(anyChar, { maxLength: 200 }).map((chars) => chars.join(""));

test("any text is folded at 75 octets, between characters, and reads back", async () => {
  await fc.assert(
    fc.asyncProperty(anySaid, anySaid, async (summary, description) => {
      const file = await fileOf([anEvent({ summary, description })], description);
      expect(file.replaceAll("\r\n", "")).not.toMatch(/[\r\n\u2028\p{Cc}]/u);
      for (const line of file.split("\r\n")) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(line.isWellFormed()).toBe(true);
      }
      const properties = propertiesIn(file);
      expect(properties.map(([name]) => name).filter((name) => name === "BEGIN")).toHaveLength(2);
      const said = (text: string) =>
        text
          .toWellFormed()
          .replaceAll(/\r\n?|\u2028/g, "\n")
          .replaceAll(/[^\P{Cc}\n]/gu, "");
      expect(read(new Map(properties).get("SUMMARY") ?? "")).toBe(said(summary));
      expect(read(new Map(properties).get("DESCRIPTION") ?? "")).toBe(said(description));
    }),
  );
});

test("a line that fits isn't folded, and one octet more is", () => {
  expect(folded("a".repeat(75))).toBe(`${"a".repeat(75)}\r\n`);
  expect(folded("a".repeat(76))).toBe(`${"a".repeat(75)}\r\n a\r\n`);
  expect(folded(`${"a".repeat(74)}ї`)).toBe(`${"a".repeat(74)}\r\n ї\r\n`);
  expect(
    folded("ї".repeat(80))
      .split("\r\n")
      .map((line) => Buffer.byteLength(line)),
  ).toEqual([74, 75, 13, 0]);
});
