import type { Refusal, Refused } from "./refusal";

/** What a rule or a command answers: a value, or the reason why not. Bugs throw; refusals never do. */
export type Result<T> = { ok: true; value: T } | Refused;

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

export const refused = (refusal: Refusal): Refused => ({ ok: false, refusal });
