// Dates are typed in one order and shown in words, whatever the browser's own order is.
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { DateBox } from "@/components/form/dates/date-box";
import { PlainDateBox } from "@/components/form/dates/plain-date-box";
import { DateControl } from "@/components/form/dates/date-control";
import { troublesOf, troublesWithDates } from "@/components/form/use-save";
import { LanguageGiven } from "@/components/ui/language/language";
import { failureOf } from "@/lib/client/send";
import { isLanguage } from "@/lib/domain/base/language";
import { withLanguage } from "@/lib/i18n/reader";
import { messagesIn } from "@/lib/i18n/message-files";
import { daysOn, mondayOf, monthsOn, weeksOf } from "@/components/ui/date/months";

const ROOT = path.resolve(import.meta.dirname, "../..");

test("no page uses a date field of the browser", () => {
  const files = ["app", "components"].flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => path.join(folder, file)),
  );
  expect(files.length).toBeGreaterThan(300);
  const own = files.filter((file) =>
    /type=\{?"(?:date|datetime-local|month|time|week)"/.test(readFileSync(path.join(ROOT, file), "utf8")),
  );
  expect(own).toEqual([]);
});

const LOCALES = ["en-GB", "fr-FR", "uk-UA"] as const;

const drawn = (locale: string, element: React.ReactElement): string =>
  renderToStaticMarkup(LanguageGiven({ locale, children: element })).replaceAll("\u00a0", " ");

test.each([
  ["en-GB", "6 January 2026", "For example 6 January 2026", "Calendar: Stated on"],
  ["fr-FR", "6 janvier 2026", "Par exemple 6 janvier 2026", "Calendrier : Stated on"],
  ["uk-UA", "6 січня 2026 року", "Наприклад: 6 січня 2026 року", "Календар: Stated on"],
])("in %s the server shows a date in words, with an example of one", (locale, date, hint, calendar) => {
  const page = drawn(
    locale,
    createElement(DateControl, {
      path: "statedOn",
      label: "Stated on",
      value: "2026-01-06",
      onChange: () => undefined,
    }),
  );
  expect(page).toContain(`value="${date}"`);
  expect(page).toContain(`id="statedOn-example">${hint}<`);
  expect(page).toContain('aria-describedby="statedOn-example"');
  expect(page).toContain(`aria-label="${calendar}"`);
});

test.each(LOCALES)("in %s a box of a plain form keeps a date that can't be read, with an error", (locale) => {
  const page = drawn(
    locale,
    createElement(DateBox, {
      id: "from",
      name: "from",
      label: "From",
      value: "31 February 2026",
      errorPrefix: "Error:",
    }),
  );
  expect(page).toContain('value="31 February 2026"');
  expect(page).toContain('name="from"');
  expect(page).toContain('aria-invalid="true"');
  expect(page).toMatch(/aria-describedby="from-hint from-error"/);
  expect(page).toMatch(/id="from-error"><span class="sr-only">Error: <\/span>[^<]*2026/);
});

describe.each(LOCALES)("in %s", (locale) => {
  test.each([
    { value: "2026-01-06T14:00", required: true },
    { value: "31 February 2026", error: "As the server says it" },
    { value: "" },
  ])("a box without its script looks the same, with %j", (given) => {
    const box = {
      id: "as-of",
      name: "asOf",
      kind: "moment",
      label: "Moment",
      errorPrefix: "Error:",
      ...given,
    } as const;
    const language = locale.slice(0, 2);
    const plain =
      isLanguage(language) &&
      withLanguage(language, () => renderToStaticMarkup(createElement(PlainDateBox, box)));
    // With its script, it has a month as well.
    const whole = drawn(locale, createElement(DateBox, box))
      .replace(/<div class="calbox.*?<\/div>/, "")
      .replace(/ popoverTarget="[^"]*"/i, "");
    expect(ordered(String(plain).replaceAll("\u00a0", " "))).toBe(ordered(whole));
  });
});

/** With the attributes of each element sorted. */
const ordered = (html: string): string =>
  html.replaceAll(/<(\w+) ([^>]*?)(\/?)>/g, (_, tag: string, given: string, end: string) =>
    [`<${tag}`, ...given.split(/(?<=") /).sort(), `${end}>`].join(" "),
  );

test("the server's refusal of a date is shown in the words of its field", async () => {
  const failure = failureOf({
    code: "invalid",
    errors: [
      { path: "evidence.0.source.publishedOn", code: "not-a-date", message: "As the API says it" },
      { path: "title", code: "too-long", message: "Shorter" },
    ],
  });
  const sent = { evidence: [{ source: { publishedOn: "6.1.26" } }] };
  const said = (await troublesWithDates(failure, messagesIn("en").form, sent)).map(({ message }) => message);
  expect(said).toEqual(["Write the year in four digits, for example 6 January 2026", "Shorter"]);
  expect(troublesOf(failure, messagesIn("en").form)[0]?.message).toBe("As the API says it");
});

test.each([
  ["2026-01-31", 1, "2026-02-28"],
  ["2028-01-31", 1, "2028-02-29"],
  ["2026-01-06", -1, "2025-12-06"],
  ["2026-03-31", -13, "2025-02-28"],
  ["2028-02-29", 12, "2029-02-28"],
])("%s plus %i months is %s", (day, months, to) => {
  expect(monthsOn(day, months)).toBe(to);
});

test("a month has six weeks that begin on Monday, with only its own days in them", () => {
  const weeks = weeksOf("2026-02-14");
  expect(weeks.map((week) => week.length)).toEqual([7, 7, 7, 7, 7, 7]);
  expect(weeks[0]).toEqual([null, null, null, null, null, null, "2026-02-01"]);
  expect(weeks.flat().filter((day) => day !== null)).toHaveLength(28);
  expect([mondayOf("2026-02-01"), daysOn("2026-02-28", 1)]).toEqual(["2026-01-26", "2026-03-01"]);
});
