// Which register is read: that of now, or what was known at a moment of the past.
import type { Instant } from "./day";
import { invalid } from "./refusal";
import { ok, type Result } from "./result";

/** A bare instant is now. What can't be told of the past takes an instant alone, and so never stands beside what is past. */
export type NowOrAsOf = Instant | AsOf;

export interface AsOf {
  asOf: Instant;
}

export const isPast = (at: NowOrAsOf): at is AsOf => typeof at !== "string";

/** The moment that is shown. */
export const momentOf = (at: NowOrAsOf): Instant => (isPast(at) ? at.asOf : at);

/** `asOf` as it was asked for, null for now. The future isn't on record. */
export function readingAt(asOf: Instant | null, now: Instant): Result<NowOrAsOf> {
  if (asOf === null) return ok(now);
  return asOf > now ? invalid({ path: "asOf", code: "moment-ahead" }) : ok({ asOf });
}
