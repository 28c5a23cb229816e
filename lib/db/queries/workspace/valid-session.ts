// Whether the session that a request names is still valid: neither ended nor idle for too long, its account
// active, and each required step done.
import type { Actor, SessionProof } from "@/lib/domain/people/actor";
import type { Instant } from "@/lib/domain/base/day";
import { askPool, REQUEST_TIMEOUT } from "../../client";
import { RECORDS, type JsonOf } from "../../statements/record-json";
import { MUST_HAVE_FACTOR, type Lifetime, type OpenSession } from "../../statements/sign-in";
import { HAS_CODES, HAS_PASSKEY } from "./sign-in";

export interface SeenSession {
  person: Pick<Actor, "id" | "email" | "name" | "role" | "desk" | "sealed" | "language" | "heldUntil">;
  proof: SessionProof;
  /** The register's time. */
  at: Instant;
}

type FoundSession = Omit<SeenSession["person"], "heldUntil"> &
  Required<SessionProof> & {
    factorRemovedAt: Date | null;
    at: Date;
    stale: boolean;
    register: JsonOf["register"] | null;
    head: string | null;
  };

/**
 * Null: the session is no longer valid. Every request runs it, so it uses `pg` directly: planned once, with a short
 * time limit. It also reads what every request asks next: the settings and the log's head.
 */
export async function findSession(
  { sid, sub, sv }: OpenSession,
  { idleMinutes }: Lifetime,
): Promise<FoundSession | null> {
  const [found] = await askPool<FoundSession>(
    `SELECT p.id, p.email, p.name, p.role, p.desk, p.sealed, p.language, p.factor_removed_at AS "factorRemovedAt",
            register_now() AS at, s.last_seen_at < now() - interval '1 minute' AS stale,
            extract(epoch FROM now() - s.proven_at)::float8 * 1000 AS ago, p.second_factor_at IS NOT NULL AND ${HAS_CODES} AS "byCode",
            p.second_factor_at IS NOT NULL AND ${HAS_PASSKEY} AS "byPasskey",
            EXISTS (SELECT FROM identity i WHERE i.person_id = p.id AND i.removed_at IS NULL) AS "byProvider",
            EXISTS (SELECT FROM credential c WHERE c.person_id = p.id) AS "byPassword",
            (SELECT ${RECORDS.register.json} FROM register r) AS register, h.leaf_hash AS head
       FROM session s JOIN person p ON p.id = s.person_id
       LEFT JOIN audit.head h ON true
      WHERE s.id = $1 AND s.person_id = $2 AND s.session_version = $3 AND p.session_version = s.session_version
        AND s.revoked_at IS NULL AND p.disabled_at IS NULL
        AND s.expires_at > now() AND s.last_seen_at > now() - $4 * interval '1 minute'
        AND CASE WHEN s.strong THEN true
                 WHEN p.second_factor_at IS NULL THEN NOT ${MUST_HAVE_FACTOR}
                 ELSE s.second_step END`,
    [sid, sub, sv, idleMinutes],
    { ...REQUEST_TIMEOUT, name: "session" },
  );
  return found ?? null;
}
