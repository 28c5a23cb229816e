import "server-only";
import { createHash } from "node:crypto";
import type { Actor } from "@/lib/domain/people/actor";
import { findLink } from "@/lib/db/state";

/** The actor that a link for setting a password acts as; null when the link is expired, used or unknown. */
export async function holderOfLink(token: string): Promise<Actor | null> {
  if (!/^[\w-]{43}$/.test(token)) return null;
  const person = await findLink(createHash("sha256").update(token).digest("hex"));
  return person && { ...person, session: null, request: null };
}
