// Seals the log with a new checkpoint over everything on record, consistent with all earlier ones.
import "server-only";
import { logName, readLogName } from "@/lib/domain/log/log-name";
import { consistencyPath, provesConsistency, type Hash } from "@/lib/domain/log/merkle";
import type { Checkpoint } from "@/lib/domain/log/note";
import type { Queryable } from "../../connection";
import { inPrismaTransaction } from "../../prisma";
import { joinHashes } from "./hash";
import { leafHashesOf, nodesBetween, type StoredNode } from "./tree";

export interface Sealer {
  /** The public form of the signing keys. */
  verifierKeys: (origin: string) => readonly string[];
  sign: (checkpoint: Checkpoint) => string;
  /** The last checkpoint this sealer signed, stored outside the database. */
  last: Checkpoint | null;
}

export type SealOutcome =
  | { is: "sealed"; checkpoint: Checkpoint; note: string }
  /** Nothing new, or another process is sealing. */
  | { is: "idle" }
  /** Other keys seal this log. */
  | { is: "stranger" }
  /** The log isn't what this sealer signed: a backup was restored, or the log was rewritten. `origin`: its present name. */
  | { is: "behind"; last: Checkpoint; origin: string };

export function sealNext(sealer: Sealer): Promise<SealOutcome> {
  return inPrismaTransaction<SealOutcome>(
    async ({ client }) => {
      if (!(await isFree(client))) return { is: "idle" };
      const { origin, size, before, keys } = await findLogState(client);
      if (size === 0) return { is: "idle" };
      const own = sealer.verifierKeys(origin);
      if (keys.length > 0 && !keys.some((key) => own.some((mine) => halfOf(mine) === halfOf(key))))
        return { is: "stranger" };
      const { last } = sealer;
      if (last && !(await bearsOut(client, last, { origin, size }))) return { is: "behind", last, origin };
      if (before.size === size) return { is: "idle" };

      const made = await nodesBetween(client, before.size, size);
      const root = await rootAfter(client, before, size, made);
      const checkpoint = { origin, size, root };
      const note = sealer.sign(checkpoint);
      await client.query("SELECT audit.seal($1, $2, $3, $4, $5::jsonb, $6)", [
        origin,
        size,
        root,
        note,
        JSON.stringify(made),
        own,
      ]);
      return { is: "sealed", checkpoint, note };
    },
    ({ is }) => (is === "sealed" ? "COMMIT" : "ROLLBACK"),
  );
}

/** Only the key, without the log's name: the part after the second plus. */
const halfOf = (verifierKey: string): string => verifierKey.replace(/^[^+]*\+[^+]*\+/, "");

async function isFree(q: Queryable): Promise<boolean> {
  const { rows } = await q.query<{ free: boolean }>(
    "SELECT pg_try_advisory_xact_lock(hashtextextended('audit.checkpoint', 0)) AS free",
  );
  return rows[0]?.free === true;
}

interface LogState {
  origin: string;
  size: number;
  before: { size: number; root: Hash | null };
  keys: string[];
}

async function findLogState(q: Queryable): Promise<LogState> {
  const { rows } = await q.query<{
    first: Hash | null;
    size: number;
    sealed: number | null;
    root: Hash | null;
    keys: string[];
    restored: number;
  }>(
    `SELECT (SELECT leaf_hash FROM audit.event WHERE seq = 1) AS first,
            (SELECT count(*)::int FROM audit.event WHERE action = 'register.restore-acknowledged') AS restored, h.seq::float8 AS size,
            c.size::float8 AS sealed, c.root, ARRAY(SELECT verifier_key FROM audit.sealing_key) AS keys
       FROM audit.head h LEFT JOIN LATERAL (SELECT size, root FROM audit.checkpoint ORDER BY id DESC LIMIT 1) c ON true`,
  );
  const [found] = rows;
  if (!found) throw new Error("the head of the log is missing");
  return {
    origin: logName(found.first ?? "", found.restored),
    size: found.first === null ? 0 : found.size,
    before: { size: found.sealed ?? 0, root: found.root },
    keys: found.keys,
  };
}

/** A checkpoint of another log, or from before a restore on record, proves nothing about this one. */
async function bearsOut(
  q: Queryable,
  last: Checkpoint,
  { origin, size }: Pick<LogState, "origin" | "size">,
): Promise<boolean> {
  const [signed, current] = [readLogName(last.origin), readLogName(origin)];
  if (signed.log !== current.log || signed.restored < current.restored) return true;
  if (signed.restored > current.restored || last.size > size) return false;
  const [root] = await leafHashesOf(q, [{ from: 0, to: last.size }]);
  return root === last.root;
}

/** Refuses to sign a log that doesn't extend what was signed before. */
async function rootAfter(
  q: Queryable,
  before: LogState["before"],
  size: number,
  made: readonly StoredNode[],
): Promise<Hash> {
  const path = consistencyPath(before.size, size);
  const [root = "", ...proof] = await leafHashesOf(q, [{ from: 0, to: size }, ...path], { made });
  if (before.root === null) return root;
  const earlier = { size: before.size, root: before.root };
  if (!provesConsistency(earlier, { size, root }, proof, joinHashes))
    throw new Error(`the log no longer begins with the ${before.size} entries of its last checkpoint`);
  return root;
}
