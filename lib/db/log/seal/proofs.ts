import "server-only";
import type { SealedCheckpoint, SealingState } from "@/lib/domain/log/log-status";
import { consistencyPath, inclusionPath, type Hash, type Range } from "@/lib/domain/log/merkle";
import { ask } from "../../sql/ask";
import { sql } from "../../sql/sql";
import { pool } from "../../client";
import { leafHashesOf } from "./tree";

/** The last one with at least so many entries; null: there is none. */
export async function findCheckpoint(atLeast = 1): Promise<SealedCheckpoint | null> {
  const [found] = await ask<SealedCheckpoint>(sql`
    SELECT origin, size::float8 AS size, root, audit.instant(sealed_at) AS "sealedAt",
           note || coalesce((SELECT string_agg(s.line || chr(10), '' ORDER BY s.verifier_key)
             FROM audit.cosignature s WHERE s.checkpoint_id = c.id), '') AS note
      FROM audit.checkpoint c WHERE size >= ${atLeast} ORDER BY id DESC LIMIT 1`);
  return found ?? null;
}

/** The inclusion proof of an entry in the tree of `size`; both must be on record. */
export const findInclusion = (seq: number, size: number): Promise<Hash[]> =>
  leafHashesOf(pool(), inclusionPath(seq - 1, size));

/** The same for many entries: shared nodes are loaded once. */
export function findInclusions(seqs: readonly number[], size: number): Promise<Hash[][]> {
  return hashesAlong(seqs.map((seq) => inclusionPath(seq - 1, size)));
}

/** The same for many earlier sizes. */
export function findConsistencies(befores: readonly number[], size: number): Promise<Hash[][]> {
  return hashesAlong(befores.map((before) => consistencyPath(before, size)));
}

/** The consistency proof between the trees of `before` and `size` entries. */
export const findConsistency = (before: number, size: number): Promise<Hash[]> =>
  leafHashesOf(pool(), consistencyPath(before, size));

async function hashesAlong(paths: readonly Range[][]): Promise<Hash[][]> {
  const ranges = new Map(paths.flat().map((range) => [`${range.from}-${range.to}`, range]));
  const hashes = await leafHashesOf(pool(), [...ranges.values()]);
  const found = new Map([...ranges.keys()].map((key, index) => [key, hashes[index] ?? ""]));
  return paths.map((path) => path.map(({ from, to }) => found.get(`${from}-${to}`) ?? ""));
}

export interface ProvenLeaf {
  leaf: string;
  hash: Hash;
}

export async function findLeaf(seq: number): Promise<ProvenLeaf | null> {
  const [found] = await ask<ProvenLeaf>(
    sql`SELECT leaf, leaf_hash AS hash FROM audit.event WHERE seq = ${seq}`,
  );
  return found ?? null;
}

export async function findSealing(): Promise<SealingState> {
  const [found] = await ask<SealingState>(sql`
    SELECT h.seq::float8 AS entries, (h.seq - coalesce(c.size, 0))::float8 AS unsealed,
           audit.instant(first.recorded_at) AS "unsealedSince",
           ARRAY(SELECT verifier_key FROM audit.sealing_key ORDER BY since_id, verifier_key) AS keys,
           (SELECT coalesce(json_agg(json_build_object('sink', k.sink, 'size', k.size,
              'copiedAt', audit.instant(k.copied_at), 'fault', k.fault) ORDER BY k.sink), '[]')
              FROM checkpoint_copy k) AS copies,
           (SELECT coalesce(json_agg(json_build_object('name', split_part(w.verifier_key, '+', 1), 'key', w.verifier_key,
              'size', last.size, 'cosignedAt', audit.instant(last.cosigned_at), 'fault', w.fault,
              'refusedAt', audit.instant(w.refused_at), 'refusedSize', w.refused_size) ORDER BY w.verifier_key), '[]')
              FROM checkpoint_witness w LEFT JOIN LATERAL (
                SELECT k.size, s.cosigned_at FROM audit.cosignature s JOIN audit.checkpoint k ON k.id = s.checkpoint_id
                 WHERE s.verifier_key = w.verifier_key ORDER BY s.checkpoint_id DESC LIMIT 1) last ON true) AS witnesses,
           s.fault, s.size::float8 AS "faultSize", audit.instant(now()) AS now
      FROM audit.head h
      LEFT JOIN LATERAL (SELECT size FROM audit.checkpoint ORDER BY id DESC LIMIT 1) c ON true
      LEFT JOIN audit.event first ON first.seq = coalesce(c.size, 0) + 1
      LEFT JOIN sealing s ON true`);
  if (!found) throw new Error("the head of the log is missing");
  return found;
}
