// Days as people write them, and periods. A day without a year takes that of the day before it in the text.
import { dayInCell, monthNamed } from "../import/cells/day";
import type { Day } from "../base/day";
import { LANGUAGE_RULES } from "./rules";
import { TakenSpans, matchesIn } from "../base/sentences";
import { spansOf, type Suggestion } from "./suggestion";

/** In text order. */
export function daysIn(text: string, publishedOn: Day | null): Suggestion[] {
  const days = [...worded(text), ...figured(text)].sort((a, b) => a.start - b.start);
  let year = days.find(({ whole }) => whole !== null)?.whole?.slice(0, 4) ?? publishedOn?.slice(0, 4) ?? null;
  const dated: Suggestion[] = days.map(({ start, end, whole, yearless }) => {
    if (whole !== null) year = whole.slice(0, 4);
    const value = whole ?? (yearless !== null && year !== null ? valueOf(`${yearless} ${year}`) : null);
    return { start, end, type: "date", value };
  });
  const first = dated.find((one) => one.type === "date" && one.value !== null);
  const thisYear =
    first?.type === "date" ? (first.value?.slice(0, 4) ?? null) : (publishedOn?.slice(0, 4) ?? null);
  const windows = windowsIn(text, thisYear);
  const taken = new TakenSpans(text, dated);
  return [...dated, ...windows.filter((one) => !taken.has(one))].sort((a, b) => a.start - b.start);
}

interface Found {
  start: number;
  end: number;
  whole: Day | null;
  /** Day and month of a date without a year. */
  yearless: string | null;
}

/** Around each month name: "6 January 2026", "January 6, 2026", "9 January", "April 2025". */
function worded(text: string): Found[] {
  return spansOf(text, /\p{L}+/gu).flatMap(({ start, end, words }): Found[] => {
    if (monthNamed(words) === null) return [];
    const before = /(?<![\d.,])(\d{1,2})(?:st|nd|rd|th|er|\.|º)?(?: de)? $/u.exec(
      text.slice(Math.max(0, start - 12), start),
    );
    const after = (before ? AFTER_DAY : AFTER_MONTH).exec(text.slice(end, end + 24));
    const day = before?.[1] ?? after?.[1];
    const year = after?.[2];
    if (day === undefined && year === undefined) return [];
    const from = before ? start - before[0].length : start;
    const to = end + (after?.[0].length ?? 0);
    if (day === undefined) return [{ start: from, end: to, whole: null, yearless: null }];
    const plain = `${day} ${words}`;
    return year === undefined
      ? [{ start: from, end: to, whole: null, yearless: plain }]
      : [{ start: from, end: to, whole: valueOf(`${plain} ${year}`), yearless: null }];
  });
}

/** After the month: the day, if it isn't before it, and the year. */
const AFTER_MONTH =
  /^(?:\.(?= ?\d))?(?: (\d{1,2})(?:st|nd|rd|th)?(?!\d))?(?:,? (?:de )?(\d{4}))?(?![\d\p{L}])/u;
const AFTER_DAY = /^(?:\.(?= ?\d))?()(?:,? (?:de )?(\d{4})(?: року| р\.)?)?(?![\d\p{L}])/u;

/** "2026-01-06", "06.01.2026", "13/01/2026". */
const figured = (text: string): Found[] =>
  spansOf(text, /(?<![\d./-])(?:\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{4})(?![\d/-])/gu).map(
    ({ start, end, words }) => ({ start, end, whole: valueOf(words), yearless: null }),
  );

function valueOf(words: string): Day | null {
  const found = dayInCell(words);
  return found.ok ? found.value : null;
}

const THIS_YEAR = /\b(?:this|the current) year\b(?! (?:and|or) next)/giu;
const END_OF_YEAR = /\b(?:by|before|until|till) (?:the )?end of (?:(?:the|this) year|(\d{4}))\b/giu;

const WINDOWS = [
  THIS_YEAR,
  END_OF_YEAR,
  ...LANGUAGE_RULES.flatMap(({ endOfYear, thisYear }) => [endOfYear, thisYear]),
];

function windowsIn(text: string, year: string | null): Suggestion[] {
  return WINDOWS.flatMap((pattern) =>
    matchesIn(text, pattern).flatMap(({ index, 0: words, 1: named = year }): Suggestion[] =>
      named === null
        ? []
        : [
            {
              start: index,
              end: index + words.length,
              type: "window",
              value: { start: null, end: `${named}-12-31` },
            },
          ],
    ),
  );
}
