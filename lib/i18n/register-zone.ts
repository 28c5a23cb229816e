// Moments in the register's time zone, for pages. Set once, where the page's reader is determined. Client components
// get the zone from a page; mails and routes name theirs, which may be another.
import "server-only";
import { cache } from "react";
import { dayOf, type Day, type Instant } from "@/lib/domain/base/day";
import { longMomentIn, momentIn, relativeTo, zoneName } from "./dates";

/** React's cache: one per page render. */
const page = cache((): { timeZone: string } => ({ timeZone: "UTC" }));

export function setRegisterZone(timeZone: string): void {
  page().timeZone = timeZone;
}

export const registerZone = (): string => page().timeZone;

/** "Kyiv". */
export const registerZoneName = (): string => zoneName(registerZone());

export const registerDay = (at: Instant): Day => dayOf(at, registerZone());

/** "25 Feb 2026, 10:40". */
export const shortMoment = (at: Instant): string => momentIn(registerZone(), at);

/** "25 February 2026, 10:40". */
export const longMoment = (at: Instant): string => longMomentIn(registerZone(), at);

/** "49 days ago". */
export const relativeMoment = (now: Instant, at: Instant): string => relativeTo(now, at, registerZone());
