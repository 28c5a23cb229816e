import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { THE_REGISTER, type Actor } from "@/lib/domain/people/actor";
import { LINK_HOURS } from "@/lib/domain/proposals/account";
import { env } from "@/lib/platform/env";
import type { Tx } from "@/lib/db/write";

/** If mail is set up, a link goes to the person, and nobody else sees it. */
export const isMailSetUp = (): boolean => env().SMTP_URL !== undefined;

/**
 * The path, for the actor to hand over; null: it is mailed to the person. The operator at the machine always
 * gets it.
 */
export async function giveLink(tx: Tx, actor: Actor, personId: string): Promise<string | null> {
  if (actor.id === THE_REGISTER.id || !isMailSetUp()) return makeLink(tx, personId);
  await tx.mailAbout(personId, "LINK");
  return null;
}

/** Creates the path for setting a password. Only its hash is stored. */
export async function makeLink(tx: Tx, personId: string): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await tx.createPasswordToken(personId, tokenHash(token), LINK_HOURS);
  return `/set-password/${token}`;
}

export const tokenHash = (token: string): string => createHash("sha256").update(token).digest("hex");
