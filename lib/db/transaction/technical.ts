// What a change does besides the record, and no event tells: passwords, links, second factors, sessions' versions. On the
// true clock.
import { createHash } from "node:crypto";
import type { Actor } from "@/lib/domain/actor";
import type { Instant } from "@/lib/domain/day";
import type { AttachedFile } from "@/lib/domain/file";
import type { CellSaid } from "@/lib/domain/import-row";
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
  /** Rows of a file have become pledges, or were left, and the job stands where it says. Answers whether it may go on. */
  noteImported(id: string, rows: readonly ImportedRow[]): Promise<void>;
  /** Locks the work on a file: whether this worker is at it still, and whether it is to stop. */
  lockImport(id: string, worker: string): Promise<"go-on" | "stop" | "taken">;
  /** Pledges of a file were taken back, or left. */
  noteTakenBack(id: string, rows: readonly { number: number; takenBack: boolean }[]): Promise<void>;
  countTakenBack(id: string): Promise<{ pledges: number; kept: number }>;
  /** The work on a file is over. */
  endImport(id: string, state: "DONE" | "CANCELLED" | "UNDONE"): Promise<void>;
  /** The session in which a second factor was set up counts as opened with it. */
  markSecondStep(session: string): Promise<void>;
  /** Keeps a text under its hash, which is on record with its source; answers it. */
  keepText(text: string): Promise<string>;
  /** A file that this person sent and that hangs on nothing yet, to be told of by the record that is saved; null where there is none. */
  takeFile(actor: Pick<Actor, "id" | "name">, id: string, at: Instant): Promise<AttachedFile | null>;
  /** A file that this person sent and that hangs on nothing yet, with what was read out of it; null where there is none. */
  findSent(actor: Pick<Actor, "id">, id: string): Promise<SentFile | null>;
  /** From now on a file is given to those alone who may have what was retracted. */
  withholdFile(id: string): Promise<void>;
}

export interface SentFile {
  sha256: string;
  /** Hash of the text, and whether that is all there is; null where nothing was read. */
  read: { sha256: string; whole: boolean } | null;
}

export interface ImportedRow {
  number: number;
  /** Null: somebody else has logged it since it was tried. */
  reference: string | null;
  onRecord: string | null;
  /** Null, or why it can't come in any more. */
  fault: CellSaid | null;
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
    noteImported: async (id, rows) => {
      await q.query(NOTE_IMPORTED, [id, JSON.stringify(rows)]);
    },
    lockImport: async (id, worker) => {
      const { rows } = await q.query<{ stopping: boolean }>(
        "SELECT stopping FROM import_job WHERE id = $1 AND worker = $2 AND state = 'RUNNING' FOR NO KEY UPDATE",
        [id, worker],
      );
      return rows[0] === undefined ? "taken" : rows[0].stopping ? "stop" : "go-on";
    },
    noteTakenBack: async (id, rows) => {
      await q.query(NOTE_TAKEN_BACK, [id, JSON.stringify(rows)]);
    },
    countTakenBack: async (id) => {
      const { rows } = await q.query<{ pledges: number; kept: number }>(
        "SELECT undone AS pledges, kept FROM import_job WHERE id = $1",
        [id],
      );
      return rows[0] ?? { pledges: 0, kept: 0 };
    },
    endImport: async (id, state) => {
      const clock = state === "UNDONE" ? "undone_at" : "imported_at";
      await q.query(
        `UPDATE import_job SET state = $2, step = NULL, total = NULL, stopping = false, finished_at = register_now(), ${clock} = register_now()
          WHERE id = $1`,
        [id, state],
      );
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
    findSent: async (actor, id) => {
      const { rows } = await q.query<{ sha256: string; read: string | null; whole: boolean }>(
        `SELECT sha256, read_sha256 AS read, read_whole AS whole FROM file
          WHERE id = $1 AND person_id = $2 AND attached_at IS NULL FOR NO KEY UPDATE`,
        [id, actor.id],
      );
      const [file] = rows;
      if (!file) return null;
      const { sha256, read, whole } = file;
      return { sha256, read: read === null ? null : { sha256: read, whole } };
    },
    withholdFile: async (id) => {
      await q.query("INSERT INTO file_retraction (file_id) VALUES ($1)", [id]);
    },
  };
}

const NOTE_IMPORTED = `
  WITH done AS (
    UPDATE import_row r SET reference = d.reference, on_record = coalesce(d."onRecord", r.on_record),
           faults = CASE WHEN d.fault IS NULL THEN r.faults ELSE jsonb_build_array(d.fault) END,
           outcome = CASE WHEN d.reference IS NOT NULL THEN r.outcome WHEN d.fault IS NULL THEN 'duplicate' ELSE 'error' END
      FROM json_to_recordset($2) AS d (number int, reference text, "onRecord" text, fault jsonb)
     WHERE r.import_id = $1 AND r.number = d.number RETURNING r.reference, r.outcome),
  came AS (
    SELECT count(*) AS rows, count(reference) AS imported, count(*) FILTER (WHERE outcome = 'duplicate') AS duplicate,
           count(*) FILTER (WHERE outcome = 'error') AS error FROM done)
  UPDATE import_job j SET imported = j.imported + c.imported, done = j.done + c.rows, beat_at = now(),
         counts = counts || jsonb_build_object('new', (counts->>'new')::int - c.duplicate - c.error,
                                               'duplicate', (counts->>'duplicate')::int + c.duplicate,
                                               'error', (counts->>'error')::int + c.error)
    FROM came c WHERE id = $1`;

const NOTE_TAKEN_BACK = `
  WITH done AS (
    UPDATE import_row r SET taken_back = d."takenBack" FROM json_to_recordset($2) AS d (number int, "takenBack" boolean)
     WHERE r.import_id = $1 AND r.number = d.number RETURNING r.taken_back)
  UPDATE import_job SET undone = undone + (SELECT count(*) FROM done WHERE taken_back), kept = kept + (SELECT count(*) FROM done WHERE NOT taken_back),
         done = done + (SELECT count(*) FROM done), beat_at = now() WHERE id = $1`;
