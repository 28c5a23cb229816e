import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import { invalid, refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { countFailure, findHash, forgetFailures, noteProof, secondsToWait } from "@/lib/db/state";
import { mayUsePassword } from "./sign-in/break-glass";
import { hashPassword, verifyPassword } from "./password";
import { whyNotPassword, type PasswordOwner } from "./password-strength/strength";
import { inSlot } from "./sign-in/slots";
import { ownBucketOf } from "./sign-in/throttle";

/** Refuses `invalid` at `password` or `again`; `no-such-step` if passwords are off for the account. */
export async function hashNewPassword(
  { password, again }: { password: string; again: string },
  owner: PasswordOwner,
): Promise<Result<string>> {
  if (!mayUsePassword(owner.email)) return refuse("no-such-step");
  if (password !== again) return invalid({ path: "again", code: "password-differs" });
  const hash = await inSlot(owner.email, async (): Promise<Result<string>> => {
    const fault = await whyNotPassword(password, owner);
    return fault ? invalid({ path: "password", code: fault }) : ok(await hashPassword(password));
  });
  return hash ?? refuse("slow-down", { minutes: 1 });
}

/**
 * Asks for the password before someone at an open session may change how the account signs in. Guesses are throttled,
 * parallel ones too: each waits for its slot before the count is read. It is raised after the check, so the two that a
 * process checks at once may see the same count.
 */
export async function provePassword(actor: Actor, current: string, path = "current"): Promise<Result<true>> {
  const proven = await inSlot(actor.id, () => attempt(actor, current, path));
  return proven ?? refuse("slow-down", { minutes: 1 });
}

async function attempt(actor: Actor, current: string, path: string): Promise<Result<true>> {
  const bucket = ownBucketOf(`own ${actor.id}`);
  const seconds = await secondsToWait([bucket.key]);
  if (seconds > 0) return refuse("slow-down", { seconds, minutes: Math.ceil(seconds / 60) });
  if (!(await verifyPassword(await findHash(actor.id), current)) || !mayUsePassword(actor.email)) {
    await countFailure([bucket]);
    return invalid({ path, code: "wrong-password" });
  }
  await forgetFailures(bucket.key);
  if (actor.session !== null) await noteProof(actor.session);
  return ok(true);
}
