// Witnesses' cosignatures, stored with their checkpoint, and each witness's last outcome.
import "server-only";
import type { Checkpoint } from "@/lib/domain/log/note";
import type { Witness, WitnessFault } from "@/lib/domain/log/witness";
import { askPool } from "../../client";

export interface LastSealed extends Checkpoint {
  id: string;
  /** Without cosignatures. */
  note: string;
  ageMs: number;
  /** Verifier keys of the witnesses so far. */
  cosignedBy: string[];
}

export async function findLastSealed(): Promise<LastSealed | null> {
  const [found] = await askPool<LastSealed>(
    `SELECT c.id::text AS id, c.origin, c.size::float8 AS size, c.root, c.note,
            (extract(epoch FROM now() - c.sealed_at) * 1000)::float8 AS "ageMs",
            ARRAY(SELECT s.verifier_key FROM audit.cosignature s WHERE s.checkpoint_id = c.id) AS "cosignedBy"
       FROM audit.checkpoint c ORDER BY c.id DESC LIMIT 1`,
  );
  return found ?? null;
}

/** The size of the last checkpoint of that log that a witness is known here to have signed. */
export async function findCosignedSize(key: string, origin: string): Promise<number> {
  const [found] = await askPool<{ size: number }>(
    `SELECT c.size::float8 AS size FROM audit.cosignature s JOIN audit.checkpoint c ON c.id = s.checkpoint_id
      WHERE s.verifier_key = $1 AND c.origin = $2 ORDER BY s.checkpoint_id DESC LIMIT 1`,
    [key, origin],
  );
  return found?.size ?? 0;
}

export async function keepCosignature(
  checkpointId: string,
  key: string,
  { line, seconds }: { line: string; seconds: number },
): Promise<void> {
  await askPool("SELECT audit.cosign($1, $2, $3, to_timestamp($4))", [checkpointId, key, line, seconds]);
}

/** Stores the latest outcome. A refusal as inconsistent stays known after the next success. */
export async function noteWitness(
  { key, address }: Witness,
  { size, fault }: { size: number; fault: WitnessFault | null },
): Promise<void> {
  await askPool(
    `INSERT INTO checkpoint_witness AS w (verifier_key, address, tried_at, fault, refused_at, refused_size)
     SELECT $1, $2, now(), $3, CASE WHEN r THEN now() END, CASE WHEN r THEN $4::bigint END
       FROM (SELECT coalesce($3 = 'inconsistent', false) AS r) refusal
     ON CONFLICT (verifier_key) DO UPDATE SET address = excluded.address, tried_at = excluded.tried_at,
       fault = excluded.fault, refused_at = coalesce(excluded.refused_at, w.refused_at),
       refused_size = coalesce(excluded.refused_size, w.refused_size)`,
    [key, address, fault, size],
  );
}

/** Forgets witnesses no longer configured, except one that has refused. */
export async function forgetWitnesses(witnesses: readonly Witness[]): Promise<void> {
  await askPool(
    "DELETE FROM checkpoint_witness WHERE verifier_key <> ALL ($1::text[]) AND refused_at IS NULL",
    [witnesses.map(({ key }) => key)],
  );
}
