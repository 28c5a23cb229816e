// A proof of the second factor: a code of the device, a recovery code, or what a passkey signed. At sign-in and in an open
// session.
import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import { invalid, refuse, type FieldError } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { findSecret, forgetFailures, noteProof, passOwnStep, countAttempt, type Proof } from "@/lib/db/state";
import { ownBucketOf } from "../sign-in/throttle";
import { passkeyProof, sessionHolder } from "./passkeys";
import { recoveryHash } from "./recovery-codes";
import { openSecret, plainCode } from "./setup";
import { newSecret, totpStep } from "./totp";

/**
 * Six digits are from the device; anything else can only be a recovery code. Takes the same time if there is
 * no secret.
 */
export function codeProof(secret: string | null, personId: string, code: string): Proof | null {
  const opened = openSecret(secret, personId);
  const step = totpStep(opened ?? NOBODYS, plainCode(code), Date.now());
  const codeHash = recoveryHash(code);
  if (!/^\d{6}$/.test(plainCode(code))) return { codeHash };
  return opened === null || step === null ? null : { step };
}

/**
 * Asks for a code before someone at an open session may change the second factor, after `provePassword`, or
 * instead of the password where either is enough. Uses the code up. Guesses are counted before they are
 * checked. Refuses `invalid` at `path`.
 */
export async function proveSecondFactor(
  actor: Actor,
  code: string,
  path = "factor-code",
): Promise<Result<true>> {
  return prove(actor, { path, code: "wrong-code" }, async () =>
    codeProof(await findSecret(actor.id), actor.id, code.slice(0, 200)),
  );
}

/** The same by a passkey, which was asked for this purpose in this session. Refuses `invalid` at `path`. */
export const proveByPasskey = (
  actor: Actor,
  { answer, purpose, path }: { answer: string; purpose: "PROVE" | "CHANGE"; path: string },
): Promise<Result<true>> =>
  prove(actor, { path, code: "wrong-passkey" }, () =>
    passkeyProof({ holder: sessionHolder(actor), purpose, person: actor }, answer),
  );

async function prove(
  actor: Actor,
  fault: FieldError,
  check: () => Promise<Proof | null>,
): Promise<Result<true>> {
  const bucket = ownBucketOf(`own code ${actor.id}`);
  const seconds = await countAttempt([bucket]);
  if (seconds > 0) return refuse("slow-down", { seconds, minutes: Math.ceil(seconds / 60) });
  const proof = await check();
  if (proof === null || !(await passOwnStep(actor.id, proof))) return invalid(fault);
  await forgetFailures(bucket.key);
  if (actor.session !== null) await noteProof(actor.session);
  return ok(true);
}

const NOBODYS = newSecret();
