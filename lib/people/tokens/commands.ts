import "server-only";
import { randomBytes } from "node:crypto";
import { isProofFresh, mayKeepPeople, type Actor, type TokenScope } from "@/lib/domain/people/actor";
import type { Person } from "@/lib/domain/people/person";
import {
  maySealTokens,
  MOST_TOKENS,
  TOKEN_PREFIX,
  tokenNote,
  tokenRoles,
  type ApiToken,
} from "@/lib/domain/people/token";
import { invalid, refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { write, type Tx } from "@/lib/db/write";
import type { TokenInput } from "./schema";

/** The token itself is returned only here. Refuses `invalid` if it would give more than the person has. */
export function makeToken(
  actor: Actor,
  { name, days, ...asked }: TokenInput,
): Promise<Result<ApiToken & { token: string }>> {
  return write(actor, async (tx) => {
    if (actor.token) return refuse("not-by-token");
    if (!isProofFresh(actor)) return refuse("proof-needed");
    const person = await tx.people.lock(actor.id);
    if (!person) return refuse("not-found");
    const scope = await scopeOf(tx, person, asked);
    if (!scope.ok) return scope;
    if ((await tx.tokens.countOpen(person.id)) >= MOST_TOKENS)
      return invalid({ path: "name", code: "too-many-tokens", params: { max: MOST_TOKENS } });
    const token = `${TOKEN_PREFIX}${randomBytes(32).toString("base64url")}`;
    const made = await tx.tokens.make({
      ...{ token, personId: person.id },
      ...{ name, days, scope: scope.value },
    });
    await tx.save("person", person, person, { action: "person.token-made", reason: tokenNote(made) });
    return ok({ ...made, token });
  });
}

/** By its person, or by an administrator; one that has ended stays as it is. */
export function revokeToken(actor: Actor, { number }: { number: number }): Promise<Result<ApiToken>> {
  return write(actor, async (tx) => {
    if (actor.token) return refuse("not-by-token");
    const found = await tx.tokens.find(number);
    if (!found || (found.person.id !== actor.id && !mayKeepPeople(actor))) return refuse("not-found");
    const person = await tx.people.lock(found.person.id);
    const token = await tx.tokens.find(number);
    if (!person || !token) return refuse("not-found");
    if (token.revokedAt !== null) return ok(token);
    const revoked = await tx.tokens.revoke(number);
    await tx.save("person", person, person, { action: "person.token-revoked", reason: tokenNote(token) });
    return ok(revoked);
  });
}

async function scopeOf(
  tx: Tx,
  person: Person,
  { role = person.role, desk, sealed, groups }: Omit<TokenInput, "name" | "days">,
): Promise<Result<TokenScope>> {
  if (!tokenRoles(person.role).includes(role)) return invalid({ path: "role", code: "beyond-own" });
  if (sealed && !maySealTokens(person)) return invalid({ path: "sealed", code: "beyond-own" });
  const own = person.role === "OFFICER" ? person.desk : [];
  const codes = desk ?? own;
  if (role !== "OFFICER" && codes.length > 0) return invalid({ path: "desk", code: "desk-of-officers" });
  for (const [index, code] of codes.entries()) {
    const path = `desk.${String(index)}`;
    if (person.role === "OFFICER" && !own.includes(code)) return invalid({ path, code: "beyond-own" });
    if (!(await tx.participants.find(code))) return invalid({ path, code: "unknown" });
  }
  return ok({ role, desk: codes, sealed, groups });
}
