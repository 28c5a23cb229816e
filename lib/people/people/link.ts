import "server-only";
import { createHash, randomBytes } from "node:crypto";
import type { Tx } from "@/lib/db/write";

const HOURS = 24;

/** Makes the path by which a person sets the password. Only a hash of it is kept. */
export async function makeLink(tx: Tx, personId: string): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await tx.createPasswordToken(personId, tokenHash(token), HOURS);
  return `/set-password/${token}`;
}

export const tokenHash = (token: string): string => createHash("sha256").update(token).digest("hex");
