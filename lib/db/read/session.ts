import type { Lifetime, OpenSession, SeenSession } from "../accounts/sessions";
import { askPool, AT_ONCE } from "../client";

type Row = SeenSession["person"] & { at: Date; now: Date; stale: boolean };

/** While it is good. Asked at each request, and so by `pg` itself: planned once, and answered at once or not at all. */
export async function findSession(
  { sid, sub, sv }: OpenSession,
  { idleMinutes }: Lifetime,
): Promise<Row | null> {
  const [found] = await askPool<Row>(
    `SELECT p.id, p.email, p.name, p.role, p.desk, p.sealed, p.language, register_now() AS at, now() AS now,
            s.last_seen_at < now() - interval '1 minute' AS stale
       FROM session s JOIN person p ON p.id = s.person_id
      WHERE s.id = $1 AND s.person_id = $2 AND s.session_version = $3 AND p.session_version = s.session_version
        AND s.revoked_at IS NULL AND p.disabled_at IS NULL
        AND s.expires_at > now() AND s.last_seen_at > now() - $4 * interval '1 minute'
        AND CASE WHEN p.second_factor_at IS NULL THEN NOT p.role = ANY ((SELECT second_factor_for FROM register)::text[])
                 ELSE s.second_step END`,
    [sid, sub, sv, idleMinutes],
    { ...AT_ONCE, name: "session" },
  );
  return found ?? null;
}
