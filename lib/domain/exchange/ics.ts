// Days for calendar programs (iCalendar, RFC 5545), as all-day events. The package for it, ical-generator,
// needs Node 22; this is the small part of the format that we use.
import { type Day, type Instant, plusDays } from "../base/day";

export interface IcsEvent {
  /** The same for the same thing each time, so that a program changes its entry instead of adding another. */
  uid: string;
  on: Day;
  /** When the record was last changed, and how often it was. */
  changedAt: Instant;
  version: number;
  summary: string;
  description: string;
  url: string;
  category: string;
  /** For readers of the register alone. */
  confidential: boolean;
}

/** One piece of text for each batch, and one each before and after them. */
export async function* icsOf(
  { name, marking }: { name: string; marking: string },
  batches: AsyncIterable<readonly IcsEvent[]>,
): AsyncGenerator<string> {
  yield linesOf(
    ["BEGIN", "VCALENDAR"],
    ["VERSION", "2.0"],
    ["PRODID", "-//Pledge Register//Calendar//EN"],
    ["CALSCALE", "GREGORIAN"],
    ["X-WR-CALNAME", icsText(name)],
    ["X-WR-CALDESC", icsText(marking)],
  );
  for await (const events of batches) if (events.length > 0) yield events.map(eventOf).join("");
  yield linesOf(["END", "VCALENDAR"]);
}

const eventOf = (event: IcsEvent): string =>
  linesOf(
    ["BEGIN", "VEVENT"],
    ["UID", icsText(event.uid)],
    ["DTSTAMP", stamp(event.changedAt)],
    ["LAST-MODIFIED", stamp(event.changedAt)],
    ["SEQUENCE", String(event.version)],
    ["DTSTART;VALUE=DATE", compact(event.on)],
    ["DTEND;VALUE=DATE", compact(plusDays(event.on, 1))],
    ["SUMMARY", icsText(event.summary)],
    ["DESCRIPTION", icsText(event.description)],
    ["URL", event.url.replaceAll(CONTROLS, "")],
    ["CATEGORIES", icsText(event.category)],
    ["CLASS", event.confidential ? "CONFIDENTIAL" : "PUBLIC"],
    // An expected day doesn't block anyone's time.
    ["TRANSP", "TRANSPARENT"],
    ["END", "VEVENT"],
  );

const linesOf = (...properties: readonly (readonly [name: string, value: string])[]): string =>
  properties.map(([name, value]) => folded(`${name}:${value}`)).join("");

/** Control characters other than line breaks are left out: no program could read the file. */
const CONTROLS = /[\p{Cc}\u2028\u2029]/gu;

export const icsText = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/[\\;,]/g, "\\$&")
    .replaceAll(/\r\n?|\n|\u2028|\u2029/g, "\\n")
    .replaceAll(CONTROLS, "");

/** Octets of a line, its break left out. */
const LONGEST_LINE = 75;

/** No character is cut: a line may break only between them. */
export function folded(line: string): string {
  const pieces = [""];
  let left = LONGEST_LINE;
  for (const char of line) {
    const size = octets.encode(char).length;
    if (size > left) {
      pieces.push("");
      // A continuation line begins with a space.
      left = LONGEST_LINE - 1;
    }
    pieces[pieces.length - 1] += char;
    left -= size;
  }
  return `${pieces.join("\r\n ")}\r\n`;
}

const octets = new TextEncoder();
const compact = (day: Day): string => day.replaceAll("-", "");
/** 20260225T084000Z. */
const stamp = (at: Instant): string => at.replace(/\.\d+/, "").replaceAll(/[-:]/g, "");
