// The daily mail: when it is due, when a mail that wasn't taken is tried again, and what is said of the way mails go.
import { dayOf, plusDays, type Instant } from "../base/day";
import { instantOn } from "../base/moment";

/** What one mail tells at most; the rest is in the inbox. */
export const LONGEST_DIGEST = 100;

/** The next time that the clocks of the zone show the hour, after `after`. */
export function nextDigest(after: Instant, hour: number, timeZone: string): Instant {
  const today = dayOf(after, timeZone);
  const due = [0, 1, 2].map((days) => instantAt(plusDays(today, days), hour, timeZone));
  return due.find((at) => at > after) ?? plusOneDay(after);
}

/** Of a day on which the clocks jump over the hour, the first moment after the jump. */
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

/** Seconds until a mail is tried again that has been tried so often: a minute, two, four … up to an hour. */
export const secondsToRetry = (attempts: number): number =>
  Math.min(60 * 2 ** Math.min(Math.max(attempts, 1) - 1, 10), 3_600);

/** A server's "no" for good is believed when it has said so for as long as this. */
export const REFUSED_AFTER_HOURS = 72;

/** How mails go, for who keeps the settings. Moments in the register's time. */
export interface MailStanding {
  waiting: number;
  /** Since when the oldest waits. */
  since: Instant | null;
  /** The last thing that went wrong with one that waits. */
  fault: { at: Instant; text: string } | null;
  lastSentAt: Instant | null;
  /** Refused for good within the last thirty days. */
  refused: number;
}
