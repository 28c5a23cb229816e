// The headers of a change: which version it is based on, and the key that makes it happen only once.
import type { Actor } from "@/lib/domain/people/actor";
import { invalid, refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";

export function versionRequired(request: Request): Result<number> {
  const given = versionGiven(request);
  if (!given.ok) return given;
  return given.value === null ? refuse("if-match-missing") : ok(given.value);
}

/** Null if the client doesn't ask for the check. */
export function versionGiven(request: Request): Result<number | null> {
  const header = request.headers.get("if-match");
  if (header === null) return ok(null);
  // A proxy that compresses marks the tag as weak; the version is still the one the client read.
  const match = /^(?:W\/)?"([1-9]\d{0,8})"$/.exec(header.trim());
  return match ? ok(Number(match[1])) : invalid({ path: "If-Match", code: "bad-version" });
}

/** A page sends its account, so that text typed under one account is never saved under a later one. */
export function isExpectedAccount(request: Request, { id }: Actor): boolean {
  const expected = request.headers.get("expected-account");
  return expected === null || expected === id;
}

export function idempotencyKey(request: Request): Result<string | null> {
  const key = request.headers.get("idempotency-key");
  if (key === null || /^[\x20-\x7e]{1,200}$/.test(key)) return ok(key);
  return invalid({ path: "Idempotency-Key", code: "bad-key" });
}
