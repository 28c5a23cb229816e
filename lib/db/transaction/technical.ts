// What a change does besides the record, and no event tells: passwords, links, second factors, sessions' versions. On the
// true clock.
import { createHash } from "node:crypto";
import type { Actor } from "@/lib/domain/actor";
import type { Instant } from "@/lib/domain/day";
import type { AttachedFile } from "@/lib/domain/file";
import type { Queryable } from "../records/select";

export interface Technical {
  setPasswordHash(personId: string, hash: string): Promise<void>;
  /** Ends every session of the person. */
  bumpSessionVersion(personId: string): Promise<void>;
  /** A new link for setting the password takes the place of earlier ones. */
  createPasswordToken(personId: string, tokenHash: string, hours: number): Promise<void>;
  /** Uses a link up; false when it isn't this person's, was used, or is over. */
  usePasswordToken(personId: string, tokenHash: string): Promise<boolean>;
  /** The secret is sealed already; `step` is the last one that doesn't count any more. */
  setSecondFactor(personId: string, factor: { secret: string; step: number }): Promise<void>;
  /** With its recovery codes. */
  removeSecondFactor(personId: string): Promise<void>;
  /** New codes take the place of all earlier ones. */
  replaceRecoveryCodes(personId: string, hashes: readonly string[]): Promise<void>;
  /** The session in which a second factor was set up counts as opened with it. */
  markSecondStep(session: string): Promise<void>;
  /** Keeps a text under its hash, which is on record with its source; answers it. */
  keepText(text: string): Promise<string>;
  /** A file that this person sent and that hangs on nothing yet, to be told of by the record that is saved; null where there is none. */
  takeFile(actor: Pick<Actor, "id" | "name">, id: string, at: Instant): Promise<AttachedFile | null>;
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
    setSecondFactor: async (personId, { secret, step }) => {
      await q.query(
        `INSERT INTO second_factor (person_id, secret, last_step) VALUES ($1, $2, $3)
         ON CONFLICT (person_id) DO UPDATE SET secret = excluded.secret, last_step = excluded.last_step`,
        [personId, secret, step],
      );
    },
    removeSecondFactor: async (personId) => {
      await q.query("DELETE FROM recovery_code WHERE person_id = $1", [personId]);
      await q.query("DELETE FROM second_factor WHERE person_id = $1", [personId]);
    },
    replaceRecoveryCodes: async (personId, hashes) => {
      await q.query("DELETE FROM recovery_code WHERE person_id = $1", [personId]);
      await q.query("INSERT INTO recovery_code (person_id, code_hash) SELECT $1, unnest($2::text[])", [
        personId,
        hashes,
      ]);
    },
    markSecondStep: async (session) => {
      await q.query("UPDATE session SET second_step = true WHERE id = $1", [session]);
    },
    keepText: async (text) => {
      const sha256 = createHash("sha256").update(text, "utf8").digest("hex");
      await q.query("INSERT INTO captured_text (sha256, text) VALUES ($1, $2) ON CONFLICT DO NOTHING", [
        sha256,
        text,
      ]);
      return sha256;
    },
    takeFile: async (actor, id, at) => {
      const { rows } = await q.query<Pick<AttachedFile, "name" | "type" | "bytes" | "sha256">>(
        `UPDATE file f SET attached_at = now() FROM file_content c
          WHERE f.id = $1 AND f.person_id = $2 AND f.attached_at IS NULL AND c.sha256 = f.sha256
          RETURNING f.name, f.type, c.bytes, f.sha256`,
        [id, actor.id],
      );
      const [file] = rows;
      return file ? { id, ...file, by: actor.name, at } : null;
    },
  };
}
