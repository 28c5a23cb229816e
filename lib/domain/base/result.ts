import type { Refusal, Refused } from "./refusal";

/** A value, or the reason for a refusal. Refusals never throw; bugs do. */
export type Result<T> = { ok: true; value: T } | Refused;

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

export const refused = (refusal: Refusal): Refused => ({ ok: false, refusal });
