// Changing one's own second factor in an open session: starts with what one signs in with, stored sealed until it is
// confirmed.
import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import { invalid, refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { dropSetup, findFactor, findSetup, keepSetup, type KnownFactor } from "@/lib/db/state";
import { provePassword } from "../new-password";
import { proveSecondFactor } from "./proof";
import {
  confirmSetup,
  recoveryHashes,
  newCodes,
  newSetup,
  openSetup,
  encryptSetup,
  SETUP_MINUTES,
  type NewFactor,
  type Setup,
} from "./setup";

export const ownFactor = (actor: Actor): Promise<KnownFactor | null> => findFactor(actor.id);

/**
 * Asks for the password and, where there is a second factor, for a code of it: one of the two alone must not be enough
 * to take the other away. Refuses `invalid` at `factor-current` or `factor-code`.
 */
export async function proveOwnFactors(
  actor: Actor,
  { current = "", code = "" }: { current?: string | undefined; code?: string | undefined },
): Promise<Result<true>> {
  const proven = await provePassword(actor, current, "factor-current");
  return proven.ok && (await ownFactor(actor)) ? proveSecondFactor(actor, code) : proven;
}

/** Starts a second factor where there is none, else new recovery codes for the existing one. */
export async function beginOwnSetup(actor: Actor): Promise<void> {
  const wish = (await ownFactor(actor)) ? newCodes() : newSetup();
  if (actor.session !== null) await keepSetup(actor.session, encryptSetup(wish, actor.id), SETUP_MINUTES);
}

/** The setup that was started in this session, while it is valid. */
export async function ownSetup(actor: Actor): Promise<Setup | null> {
  return actor.session === null ? null : openSetup(await findSetup(actor.session), actor.id);
}

/**
 * The confirmed factor, or hashes of new recovery codes. Refuses `not-found` when nothing was started, `invalid` at
 * `code`.
 */
export async function confirmOwnSetup(
  actor: Actor,
  code: string,
): Promise<Result<{ factor: NewFactor } | { codeHashes: string[] }>> {
  const wish = await ownSetup(actor);
  if (!wish) return refuse("not-found");
  if (wish.secret === null) return ok({ codeHashes: recoveryHashes(wish) });
  const factor = confirmSetup(wish, code.slice(0, 200), actor.id);
  return factor ? ok({ factor }) : invalid({ path: "code", code: "wrong-code" });
}

export async function endOwnSetup(actor: Actor): Promise<void> {
  if (actor.session !== null) await dropSetup(actor.session);
}
