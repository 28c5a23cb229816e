// Changing your own second factor in an open session: begins with the proofs needed to sign in; the new
// factor is stored sealed until it is confirmed.
import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import type { NewPasskey } from "@/lib/domain/people/passkey";
import { invalid, refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { dropSetup, findFactor, findSetup, keepSetup, type KnownFactor } from "@/lib/db/state";
import { accessRequestOf, noteUnproven } from "../access-notes";
import { provePassword } from "../new-password";
import { faultOf } from "../sign-in/faults";
import { lead, type FormFields } from "../sign-in/forms";
import { newPasskey, sessionHolder } from "./passkeys";
import { proveByPasskey, proveSecondFactor } from "./proof";
import {
  confirmSetup,
  recoveryHashes,
  newCodes,
  newPasskeySetup,
  newSetup,
  openSetup,
  encryptSetup,
  SETUP_MINUTES,
  type NewFactor,
  type Setup,
} from "./setup";

export const ownFactor = (actor: Actor): Promise<KnownFactor | null> => findFactor(actor.id);

/**
 * Checks password and second factor. Null if both are right; otherwise notes it in the access log and leads
 * back to the profile.
 */
export async function whyUnproven(
  actor: Actor,
  form: FormFields,
  request: Request,
): Promise<Response | null> {
  const proven = await proveOwnFactors(actor, form);
  if (proven.ok) return null;
  noteUnproven(accessRequestOf(request), actor, proven.refusal);
  return lead(form, `/profile?error=${faultOf(proven.refusal)}#second-factor`, 422);
}

/**
 * Asks for the password and, if there is a second factor, for a code or a passkey: neither alone must be
 * enough to remove the other. Refuses `invalid` at `factor-current`, `factor-code` or `factor-passkey`.
 */
async function proveOwnFactors(
  actor: Actor,
  { current = "", code = "", passkey }: FormFields,
): Promise<Result<true>> {
  const proven = await provePassword(actor, current, "factor-current");
  if (!proven.ok || !(await ownFactor(actor))) return proven;
  return passkey
    ? proveByPasskey(actor, { answer: passkey, purpose: "CHANGE", path: "factor-passkey" })
    : proveSecondFactor(actor, code);
}

/**
 * Starts a second factor if there is none; otherwise what was asked for: a `passkey`, a `device` next to
 * passkeys, or new recovery codes.
 */
export async function beginOwnSetup(actor: Actor, what?: string): Promise<void> {
  const factor = await ownFactor(actor);
  const isNew = factor === null || (what === "device" && !factor.hasDevice);
  const setup = isNew ? newSetup() : what === "passkey" ? newPasskeySetup() : newCodes();
  if (actor.session !== null) await keepSetup(actor.session, encryptSetup(setup, actor.id), SETUP_MINUTES);
}

/** The setup that was started in this session, while it is valid. */
export async function ownSetup(actor: Actor): Promise<Setup | null> {
  return actor.session === null ? null : openSetup(await findSetup(actor.session), actor.id);
}

/** A factor, one more passkey, or hashes of new recovery codes. */
export type ConfirmedSetup = { factor: NewFactor } | { passkey: NewPasskey } | { codeHashes: string[] };

/**
 * Confirms the started setup, by a code of its device, a passkey's answer, or the statement that the codes
 * were saved. Refuses `not-found` when nothing was started, `invalid` at `code` or `passkey`.
 */
export async function confirmOwnSetup(
  actor: Actor,
  { code = "", passkey: answer, name }: FormFields,
): Promise<Result<ConfirmedSetup>> {
  const setup = await ownSetup(actor);
  if (!setup) return refuse("not-found");
  const isPasskey = setup.secret === null && setup.codes.length === 0;
  if (setup.secret === null && !isPasskey) return ok({ codeHashes: recoveryHashes(setup) });
  if (isPasskey || answer) {
    const challenge = { holder: sessionHolder(actor), purpose: "ADD" } as const;
    const passkey = await newPasskey(challenge, { passkey: answer ?? "", name });
    if (!passkey) return invalid({ path: "passkey", code: "wrong-passkey" });
    return ok(isPasskey ? { passkey } : { factor: { codeHashes: recoveryHashes(setup), passkey } });
  }
  const factor = confirmSetup(setup, code.slice(0, 200), actor.id);
  return factor ? ok({ factor }) : invalid({ path: "code", code: "wrong-code" });
}

export async function endOwnSetup(actor: Actor): Promise<void> {
  if (actor.session !== null) await dropSetup(actor.session);
}
