// The database's own account of its sealing: checkpoints, keys, cosignatures, and entries about keys and restores.
import {
  readVerifierKey,
  readCheckpoint,
  readNote,
  type Checkpoint,
  type SignedNote,
} from "@/lib/domain/log/note";
import type { Queryable } from "../connection";

export interface StoredCheckpoint extends Checkpoint {
  id: number;
  note: SignedNote | null;
  /** The signed content; null: unreadable. */
  signed: Checkpoint | null;
}

export interface StoredKey {
  verifierKey: string;
  /** The first checkpoint it signed. */
  sinceId: number;
}

export interface StoredCosignature {
  checkpointId: number;
  verifierKey: string;
  line: string;
  seconds: number;
}

/** An entry that adds or retires keys. */
export interface KeyEvent {
  seq: number;
  isRetirement: boolean;
  publicKeys: string[];
}

export interface OwnSealing {
  checkpoints: StoredCheckpoint[];
  keys: StoredKey[];
  cosignatures: StoredCosignature[];
  keyEvents: KeyEvent[];
  /** Entries that acknowledge a restored backup and its loss. */
  restores: number[];
}

export async function readSealing(q: Queryable): Promise<OwnSealing> {
  return {
    checkpoints: await checkpointsIn(q),
    keys: await rowsOf<StoredKey>(
      q,
      `SELECT verifier_key AS "verifierKey", since_id::float8 AS "sinceId" FROM audit.sealing_key ORDER BY since_id, verifier_key`,
    ),
    cosignatures: await rowsOf<StoredCosignature>(
      q,
      `SELECT checkpoint_id::float8 AS "checkpointId", verifier_key AS "verifierKey", line,
              extract(epoch FROM cosigned_at)::float8 AS seconds
         FROM audit.cosignature ORDER BY checkpoint_id, verifier_key`,
    ),
    ...(await eventsIn(q)),
  };
}

const BATCH = 2000;

async function checkpointsIn(q: Queryable): Promise<StoredCheckpoint[]> {
  const found: StoredCheckpoint[] = [];
  let after: string | number = FIRST;
  for (;;) {
    const { rows }: { rows: (Checkpoint & { id: number; text: string })[] } = await q.query(
      `SELECT id::float8 AS id, origin, size::float8 AS size, root, note AS text FROM audit.checkpoint
        WHERE id > $1 ORDER BY id LIMIT ${BATCH}`,
      [after],
    );
    for (const { text, ...row } of rows) {
      const note = readNote(text);
      found.push({ ...row, note, signed: note && readCheckpoint(note.text) });
      after = row.id;
    }
    if (rows.length < BATCH) return found;
  }
}

/** Also finds a row inserted before the first. */
const FIRST = Number.MIN_SAFE_INTEGER;

async function eventsIn(q: Queryable): Promise<Pick<OwnSealing, "keyEvents" | "restores">> {
  const events = await rowsOf<{ seq: number; action: string; reason: string | null }>(
    q,
    `SELECT seq::float8 AS seq, action, reason FROM audit.event
      WHERE action IN ('register.key-added', 'register.key-retired', 'register.restore-acknowledged') ORDER BY seq`,
  );
  return {
    keyEvents: events
      .filter(({ action }) => action !== "register.restore-acknowledged")
      .map(({ seq, action, reason }) => ({
        seq,
        isRetirement: action === "register.key-retired",
        publicKeys: keysNamed(reason ?? ""),
      })),
    restores: events.filter(({ action }) => action === "register.restore-acknowledged").map(({ seq }) => seq),
  };
}

/** The end of a key rotation's reason: (Key: …) or (Keys: …, …). */
function keysNamed(reason: string): string[] {
  const [, keys = ""] = /\(Keys?: ([^()]+)\)$/.exec(reason) ?? [];
  return keys.split(", ").flatMap((key) => readVerifierKey(key)?.publicKey ?? []);
}

async function rowsOf<Row>(q: Queryable, text: string): Promise<Row[]> {
  return (await q.query<Row>(text)).rows;
}
