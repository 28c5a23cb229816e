// The register as it is now, or as it was known at a moment of the past.
import type { Instant } from "./day";
import { invalid } from "./refusal";
import { ok, type Result } from "./result";

/** A bare instant is now. What has no past takes only an instant, so it never appears next to past data. */
export type NowOrAsOf = Instant | AsOf;

export interface AsOf {
  asOf: Instant;
}

export const isPast = (at: NowOrAsOf): at is AsOf => typeof at !== "string";

export const momentOf = (at: NowOrAsOf): Instant => (isPast(at) ? at.asOf : at);

/** `asOf` as asked for, null for now. A moment in the future is refused: it isn't on record. */
export function readingAt(asOf: Instant | null, now: Instant): Result<NowOrAsOf> {
  if (asOf === null) return ok(now);
  return asOf > now ? invalid({ path: "asOf", code: "moment-ahead" }) : ok({ asOf });
}
