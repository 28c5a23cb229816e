// Tokens, with which programs call the API: the one read of each of their requests.
import "server-only";
import type { Actor, Rights } from "@/lib/domain/people/actor";
import { heldUntil } from "@/lib/domain/people/power";
import { rightsByToken, tokenSession } from "@/lib/domain/people/token";
import type { Instant } from "@/lib/domain/base/day";
import { askPrisma } from "../prisma";
import { findOpenToken } from "../queries/workspace/token-in-use";
import { instantOrNull } from "../records/codec";
import { hashOfToken, touchToken } from "../statements/api-tokens";

/**
 * The person whose token this is, with the rights that it leaves them, both as the database has them now.
 * Null: there is no such token, it has ended, or it leaves no rights.
 */
export async function seeToken(token: string): Promise<{ actor: Actor; at: Instant } | null> {
  const found = await findOpenToken(hashOfToken(token));
  if (!found) return null;
  const {
    number,
    tokenRole,
    tokenDesk,
    tokenSealed,
    groups,
    stale,
    factorRemovedAt,
    at: now,
    ...person
  } = found;
  const at = now.toISOString();
  const scope = { role: tokenRole, desk: tokenDesk, sealed: tokenSealed, groups };
  const own: Rights = { ...person, heldUntil: heldUntil(instantOrNull(factorRemovedAt), at) };
  const rights = rightsByToken(own, scope);
  if (!rights) return null;
  if (stale) await askPrisma((db) => touchToken(db, number));
  const inUse = { number, scope, accountRole: person.role };
  return { actor: { ...person, ...rights, session: tokenSession(number), request: null, token: inUse }, at };
}
