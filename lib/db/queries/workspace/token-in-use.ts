import type { Role, TokenGroup } from "@/lib/domain/people/actor";
import type { Person } from "@/lib/domain/people/person";
import { MUST_HAVE_FACTOR } from "../../statements/sign-in";
import { askPool, REQUEST_TIMEOUT } from "../../client";

interface FoundToken extends Pick<Person, "id" | "email" | "name" | "role" | "desk" | "sealed" | "language"> {
  number: number;
  tokenRole: Role;
  tokenDesk: string[];
  tokenSealed: boolean;
  groups: TokenGroup[];
  stale: boolean;
  factorRemovedAt: Date | null;
  at: Date;
}

/** Null: there is none, or it has ended. Every request by token runs it, so it uses `pg` directly, as for sessions. */
export async function findOpenToken(hash: string): Promise<FoundToken | null> {
  const [found] = await askPool<FoundToken>(OPEN_TOKEN, [hash], { ...REQUEST_TIMEOUT, name: "token" });
  return found ?? null;
}

const OPEN_TOKEN = `
  SELECT t.number, t.role AS "tokenRole", t.desk AS "tokenDesk", t.sealed AS "tokenSealed", t.groups,
         t.used_at IS NULL OR t.used_at < now() - interval '1 hour' AS stale,
         p.id, p.email, p.name, p.role, p.desk, p.sealed, p.language, p.factor_removed_at AS "factorRemovedAt", register_now() AS at
    FROM api_token t JOIN person p ON p.id = t.person_id
   WHERE t.hash = $1 AND t.revoked_at IS NULL AND t.expires_at > now() AND p.disabled_at IS NULL
     AND (p.second_factor_at IS NOT NULL OR NOT ${MUST_HAVE_FACTOR})`;
