import "server-only";
import { createHash, randomBytes } from "node:crypto";
import type { Tx } from "@/lib/db/write";

const HOURS = 24;

/** Creates the path for setting a password. Only its hash is stored. */
export async function makeLink(tx: Tx, personId: string): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await tx.createPasswordToken(personId, tokenHash(token), HOURS);
  return `/set-password/${token}`;
}

export const tokenHash = (token: string): string => createHash("sha256").update(token).digest("hex");
