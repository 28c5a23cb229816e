// What a change does besides the record, and no event tells: passwords, links, sessions' versions. On the true clock.
import type { Queryable } from "../records/select";

export interface Technical {
  setPasswordHash(personId: string, hash: string): Promise<void>;
  /** Ends every session of the person. */
  bumpSessionVersion(personId: string): Promise<void>;
  /** A new link for setting the password takes the place of earlier ones. */
  createPasswordToken(personId: string, tokenHash: string, hours: number): Promise<void>;
  /** Uses a link up; false when it isn't this person's, was used, or is over. */
  usePasswordToken(personId: string, tokenHash: string): Promise<boolean>;
}

export function technical(q: Queryable): Technical {
  return {
    setPasswordHash: async (personId, hash) => {
      await q.query(
        `INSERT INTO credential (person_id, password_hash, changed_at) VALUES ($1, $2, now())
         ON CONFLICT (person_id) DO UPDATE SET password_hash = excluded.password_hash, changed_at = excluded.changed_at`,
        [personId, hash],
      );
    },
    bumpSessionVersion: async (personId) => {
      await q.query("UPDATE person SET session_version = session_version + 1 WHERE id = $1", [personId]);
    },
    createPasswordToken: async (personId, tokenHash, hours) => {
      await q.query("DELETE FROM password_token WHERE person_id = $1 AND used_at IS NULL", [personId]);
      await q.query(
        "INSERT INTO password_token (token_hash, person_id, expires_at) VALUES ($1, $2, now() + $3 * interval '1 hour')",
        [tokenHash, personId, hours],
      );
    },
    usePasswordToken: async (personId, tokenHash) => {
      const used = await q.query(
        `UPDATE password_token SET used_at = now()
          WHERE token_hash = $1 AND person_id = $2 AND used_at IS NULL AND expires_at > now() RETURNING 1`,
        [tokenHash, personId],
      );
      return used.rows.length > 0;
    },
  };
}
