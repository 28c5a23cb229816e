// Dates as people write them. An ambiguous date is refused, naming both readings.
import { isDay, isFarYear, type Day } from "../../base/day";
import { LANGUAGES } from "../../base/language";
import { wordKey, quotedCell, read, unread, type CellRead } from "./cell";

export function dayInCell(cell: string, monthOf = monthNamed): CellRead<Day> {
  const text = cell.replace(/\s+/g, " ").replace(WEEKDAY_OR_ARTICLE, "");
  const iso =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/.exec(
      text,
    );
  if (iso) return dated(cell, iso[1], iso[2], iso[3]);
  const dotted = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})(?: ?(?:г|р)\.?)?$/u.exec(text);
  if (dotted) return dated(cell, dotted[3], dotted[2], dotted[1]);
  const slashed = /^(\d{1,2})([/-])(\d{1,2})\2(\d{4})$/.exec(text);
  if (slashed) return slashes(cell, Number(slashed[1]), Number(slashed[3]), slashed[4] ?? "");
  if (/^\d{1,2}[./-]\d{1,2}[./-]\d{2}$/.test(text))
    return unread("two-digit-year", { text: quotedCell(cell) });
  return worded(cell, text, monthOf);
}

/**
 * Long and short month names in these languages, from the platform. A name that means different months in two
 * languages is left out.
 */
export function monthNamed(word: string): number | null {
  return (months ??= monthTable(KNOWN)).get(wordKey(word)) ?? null;
}

/** In the interface languages only: building the names of all languages takes longer than the time between two keystrokes. */
export const ownMonthNamed = (word: string): number | null =>
  (ownMonths ??= monthTable(LANGUAGES)).get(wordKey(word)) ?? null;

const WEEKDAY_OR_ARTICLE = /^(?:le |el |den |am |on |the |of )/iu;

function worded(cell: string, text: string, monthOf: typeof monthNamed): CellRead<Day> {
  const parts = text
    .replace(/[,]/g, " ")
    .split(/[\s-]+/)
    .filter((part) => part !== "" && !FILLERS.has(part.toLowerCase()));
  const [first = "", second = "", third = ""] = parts;
  if (parts.length === 3) {
    const ofDay = numberOfDay(first) === null ? second : first;
    const ofMonth = numberOfDay(first) === null ? first : second;
    const day = numberOfDay(ofDay);
    const month = monthOf(ofMonth);
    if (day !== null && month !== null && /^\d{4}$/.test(third))
      return dated(cell, third, String(month), String(day));
    if (day !== null && month !== null && /^['’]?\d{2}$/.test(third))
      return unread("two-digit-year", { text: quotedCell(cell) });
  }
  const isPartOfOne =
    /^\d{4}$/.test(text) ||
    /^(?:q[1-4]|\d{4}|h[12])\b/i.test(text) ||
    parts.some((part) => monthOf(part) !== null);
  return isPartOfOne
    ? unread("date-not-whole", { text: quotedCell(cell) })
    : unread("bad-date", { text: quotedCell(cell), why: "unread" });
}

const FILLERS = new Set(["de", "del", "di", "of", "р.", "р", "року", "r.", "g."]);

const numberOfDay = (part: string): number | null => {
  const match = /^(\d{1,2})(?:st|nd|rd|th|er|re|\.|º)?$/iu.exec(part);
  return match ? Number(match[1]) : null;
};

function slashes(cell: string, one: number, two: number, year: string): CellRead<Day> {
  if (one === two || (one > 12 && two > 12)) return dated(cell, year, String(two), String(one));
  if (one <= 12 && two <= 12) {
    return unread("ambiguous-date", {
      text: quotedCell(cell),
      one: written(year, two, one),
      two: written(year, one, two),
    });
  }
  const isDayFirst = one > 12;
  const found = dated(cell, year, String(isDayFirst ? two : one), String(isDayFirst ? one : two));
  const note = {
    code: isDayFirst ? "day-first-date" : "month-first-date",
    params: { month: isDayFirst ? one : two },
  };
  return found.ok ? read(found.value, note) : found;
}

function dated(cell: string, year = "", month = "", day = ""): CellRead<Day> {
  const text = written(year, Number(month), Number(day));
  if (isDay(text)) return read(text);
  return unread("bad-date", { text: quotedCell(cell), why: isFarYear(year) ? "far" : "none" });
}

const written = (year: string, month: number, day: number): Day =>
  `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;

let months: ReadonlyMap<string, number> | null = null;
let ownMonths: ReadonlyMap<string, number> | null = null;

const KNOWN = "en fr de uk es it pt pl nl sv nb da fi is cs sk sl hr ro bg lt lv et el tr hu sq ga ja".split(
  " ",
);

function monthTable(languages: readonly string[]): ReadonlyMap<string, number> {
  const table = new Map<string, number>();
  const twice = new Set<string>();
  const add = (word: string, month: number): void => {
    const key = wordKey(word);
    if (key === "" || /^\d/.test(key) || key.includes(" ")) return;
    if ((table.get(key) ?? month) !== month) twice.add(key);
    table.set(key, month);
  };
  for (const language of languages) {
    for (const style of ["long", "short"] as const) {
      const alone = new Intl.DateTimeFormat(language, { month: style, timeZone: "UTC" });
      const inDate = new Intl.DateTimeFormat(language, {
        day: "numeric",
        month: style,
        year: "numeric",
        timeZone: "UTC",
      });
      for (let month = 1; month <= 12; month += 1) {
        const date = new Date(Date.UTC(2026, month - 1, 15));
        add(alone.format(date), month);
        for (const { type, value } of inDate.formatToParts(date)) if (type === "month") add(value, month);
      }
    }
  }
  add("sept", 9);
  for (const key of twice) table.delete(key);
  return table;
}
