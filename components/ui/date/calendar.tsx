"use client";
// A month to pick a day from: https://www.w3.org/WAI/ARIA/apg/patterns/dialog-modal/examples/datepicker-dialog/
import { useEffect, useId, useRef, useState, type KeyboardEvent } from "react";
import { Glyph } from "../marks/glyph";
import { daysOn, mondayOf, monthsOn, utc, weeksOf } from "./months";

export interface CalendarProps {
  locale: string;
  /** YYYY-MM-DD, as all days here. */
  chosen: string | null;
  today: string;
  /** Later days can't be picked. */
  latest: string | null;
  words: { previous: string; next: string };
  onPick: (day: string) => void;
}

export function Calendar({ locale, chosen, today, latest, words, onPick }: CalendarProps) {
  const [shown, setShown] = useState(chosen ?? today);
  const heading = useId();
  const month = useRef<HTMLTableElement>(null);
  const focusDay = () => month.current?.querySelector<HTMLElement>("[tabindex='0']")?.focus();
  const byKey = useRef(true);
  // The buttons that change the month keep the focus.
  useEffect(() => {
    if (byKey.current) focusDay();
  }, [shown]);

  const go = (day: string, key: boolean) => {
    byKey.current = key;
    if (FIRST <= day && day <= LAST) setShown(day);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const to = KEYS[event.key]?.(shown, event.shiftKey);
    if (to === undefined) return;
    event.preventDefault();
    go(to, true);
  };
  const inWords = (day: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).format(utc(day));
  const isLate = (day: string) => latest !== null && day > latest;
  const weekdays = Array.from({ length: 7 }, (_day, of) => daysOn(mondayOf(shown), of));
  return (
    <>
      <div className="flex items-center justify-between mb-1">
        <button
          type="button"
          className="icon-target min-w-9 min-h-9 rounded-sm"
          aria-label={words.previous}
          onClick={() => go(monthsOn(shown, -1), false)}
        >
          <Glyph name="left" />
        </button>
        <p className="font-semibold" id={heading} aria-live="polite">
          {inWords(shown, { month: "long", year: "numeric" })}
        </p>
        <button
          type="button"
          className="icon-target min-w-9 min-h-9 rounded-sm"
          aria-label={words.next}
          onClick={() => go(monthsOn(shown, 1), false)}
        >
          <Glyph name="right" />
        </button>
      </div>
      <table role="grid" aria-labelledby={heading} ref={month} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            {weekdays.map((day) => (
              <th key={day} scope="col" abbr={inWords(day, { weekday: "long" })}>
                {inWords(day, { weekday: "short" })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(shown).map((week, row) => (
            <tr key={row}>
              {week.map((day, place) =>
                day === null ? (
                  <td key={place} />
                ) : (
                  <td key={place} aria-selected={day === chosen}>
                    <button
                      type="button"
                      tabIndex={day === shown ? 0 : -1}
                      aria-label={inWords(day, { dateStyle: "full" })}
                      aria-current={day === today ? "date" : undefined}
                      aria-disabled={isLate(day)}
                      onClick={() => (isLate(day) ? go(day, true) : onPick(day))}
                    >
                      {Number(day.slice(8))}
                    </button>
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** The range of a date field. */
const [FIRST, LAST] = ["1900-01-01", "2199-12-31"];

const KEYS: Record<string, (day: string, isShift: boolean) => string> = {
  ArrowLeft: (day) => daysOn(day, -1),
  ArrowRight: (day) => daysOn(day, 1),
  ArrowUp: (day) => daysOn(day, -7),
  ArrowDown: (day) => daysOn(day, 7),
  Home: (day) => mondayOf(day),
  End: (day) => daysOn(mondayOf(day), 6),
  PageUp: (day, isShift) => monthsOn(day, isShift ? -12 : -1),
  PageDown: (day, isShift) => monthsOn(day, isShift ? 12 : 1),
};
