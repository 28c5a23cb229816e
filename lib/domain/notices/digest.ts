// The daily mail: when it is due, when a failed mail is tried again, and the status of mail delivery.
import { dayOf, plusDays, type Instant } from "../base/day";
import { instantOn } from "../base/moment";

/** Most notices in one mail; the others are in the inbox. */
export const LONGEST_DIGEST = 100;

/** The next time after `after` that the clocks of the zone show the hour. */
export function nextDigest(after: Instant, hour: number, timeZone: string): Instant {
  const today = dayOf(after, timeZone);
  const due = [0, 1, 2].map((days) => instantAt(plusDays(today, days), hour, timeZone));
  return due.find((at) => at > after) ?? plusOneDay(after);
}

/** On a day when the clocks skip the hour: the first instant after the gap. */
function instantAt(day: string, hour: number, timeZone: string): Instant {
  for (let quarter = 0; quarter < 24 * 4; quarter += 1) {
    const minutes = hour * 60 + quarter * 15;
    const at = instantOn(`${plusDays(day, Math.floor(minutes / 1440))}T${clockOf(minutes % 1440)}`, timeZone);
    if (at !== null) return at;
  }
  return `${day}T12:00:00.000Z`;
}

const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

const plusOneDay = (at: Instant): Instant => new Date(Date.parse(at) + 86_400_000).toISOString();

/** Seconds until the next attempt after so many: one minute, two, four, up to an hour. */
export const secondsToRetry = (attempts: number): number =>
  Math.min(60 * 2 ** Math.min(Math.max(attempts, 1) - 1, 10), 3_600);

/** A server's permanent refusal is believed once it has lasted this long. */
export const REFUSED_AFTER_HOURS = 72;

/** Mail delivery status for administrators. Times are on the register's clock. */
export interface MailStatus {
  waiting: number;
  /** How long the oldest has waited. */
  since: Instant | null;
  /** The last error of a waiting mail. `at` is null for a mail about an account. */
  fault: { at: Instant | null; text: string } | null;
  lastSentAt: Instant | null;
  /** Refused permanently within the last thirty days. */
  refused: number;
}
