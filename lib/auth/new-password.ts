import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import { whyNotPassword } from "@/lib/domain/people/password";
import { invalid, refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { countFailure, findHash, forgetFailures, secondsToWait } from "@/lib/db/state";
import { hashPassword, verifyPassword } from "./password";
import { inSlot } from "./sign-in/slots";

/** Refuses `invalid` at `password` or `again`. */
export async function hashNewPassword(
  given: { password: string; again: string },
  email: string,
): Promise<Result<string>> {
  const fault = whyNotPassword(given.password, email);
  if (fault) return invalid({ path: "password", code: fault });
  if (given.password !== given.again) return invalid({ path: "again", code: "password-differs" });
  const hash = await inSlot(email, () => hashPassword(given.password));
  return hash === null ? refuse("slow-down", { minutes: 1 }) : ok(hash);
}

/**
 * Asks for the password before someone at an open session may change how the account signs in. Guesses are throttled,
 * parallel ones too: each waits for its slot before the count is read.
 */
export async function provePassword(actor: Actor, current: string, path = "current"): Promise<Result<true>> {
  const proven = await inSlot(actor.id, () => attempt(actor, current, path));
  return proven ?? refuse("slow-down", { minutes: 1 });
}

async function attempt(actor: Actor, current: string, path: string): Promise<Result<true>> {
  const bucket = { key: `own ${actor.id}`, free: 5, firstSeconds: 60, longestSeconds: 900 };
  const seconds = await secondsToWait([bucket.key]);
  if (seconds > 0) return refuse("slow-down", { seconds, minutes: Math.ceil(seconds / 60) });
  if (!(await verifyPassword(await findHash(actor.id), current))) {
    await countFailure([bucket]);
    return invalid({ path, code: "wrong-password" });
  }
  await forgetFailures(bucket.key);
  return ok(true);
}
