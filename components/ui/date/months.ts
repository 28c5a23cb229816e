// Days of a calendar, as YYYY-MM-DD. Weeks begin on Monday in every language.
export function daysOn(day: string, days: number): string {
  const date = utc(day);
  date.setUTCDate(date.getUTCDate() + days);
  return written(date);
}

/** The same day of another month, or that month's last day. */
export function monthsOn(day: string, months: number): string {
  const [year = 0, month = 1, of = 1] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  last.setUTCDate(Math.min(of, last.getUTCDate()));
  return written(last);
}

export const mondayOf = (day: string): string => daysOn(day, -((utc(day).getUTCDay() + 6) % 7));

/** Always six weeks, so that all months have one height; null outside the month. */
export function weeksOf(day: string): (string | null)[][] {
  const month = day.slice(0, 7);
  const first = mondayOf(`${month}-01`);
  return Array.from({ length: 6 }, (_week, week) =>
    Array.from({ length: 7 }, (_day, of) => daysOn(first, week * 7 + of)).map((one) =>
      one.startsWith(month) ? one : null,
    ),
  );
}

export const utc = (day: string): Date => new Date(`${day}T00:00:00Z`);

const written = (date: Date): string => date.toISOString().slice(0, 10);
