// Checks the access log entry by entry along its own chain, and against its seals in the log.
import type { AccessSeal } from "@/lib/domain/log/access";
import { canonical } from "@/lib/domain/base/canonical";
import type { Queryable } from "../connection";
import { instantSql } from "../sql/instant-sql";
import { NO_HASH, eventRecord, sha256 } from "./event";

/** The first entry that is invalid or differs from its seal, with the fault; null: none. */
export async function accessFault(q: Queryable): Promise<string | null> {
  const seals = await sealsIn(q);
  const walk: Walk = { seq: 0, hash: NO_HASH, sealed: 0 };
  for (;;) {
    const { rows } = await q.query<Row>(
      `SELECT ${COLUMNS} FROM audit.access WHERE seq > $1 ORDER BY seq LIMIT ${BATCH}`,
      [walk.seq === 0 ? BEFORE_ALL : walk.seq],
    );
    for (const row of rows) {
      const fault = entryFault(row, walk) ?? sealFault(walk, row.hash, seals);
      if (fault !== null) return `access log, ${fault}`;
    }
    if (rows.length < BATCH) return endFault(q, walk, seals);
  }
}

const BATCH = 2000;
/** Also finds an entry inserted before the first. */
const BEFORE_ALL = Number.MIN_SAFE_INTEGER;

interface Walk {
  seq: number;
  hash: string;
  /** The last entry under a seal. */
  sealed: number;
}

interface Row {
  seq: number;
  hash: string;
  [column: string]: string | number | null;
}

type Seal = AccessSeal & { entry: number };

const COLUMNS = `
  account, address, ${instantSql("at")} AS at, code, count, kind, method, path, person_id AS "personId",
  person_name AS "personName", person_role AS "personRole", ${instantSql("recorded_at")} AS "recordedAt", request,
  seq::float8 AS seq, session, ${instantSql("since")} AS since, hash`;

function entryFault({ hash, ...entry }: Row, walk: Walk): string | null {
  if (entry.seq !== walk.seq + 1)
    return entry.seq > walk.seq
      ? `entry ${walk.seq + 1}: it is missing, entry ${entry.seq} comes next`
      : `entry ${entry.seq}: it was put in, the first is 1`;
  if (sha256(walk.hash, canonical(entry)) !== hash)
    return `entry ${entry.seq} (${entry.kind}, recorded ${entry.recordedAt}): it isn't what was written, or doesn't follow from the entry before it`;
  walk.seq = entry.seq;
  walk.hash = hash;
  return null;
}

function sealFault(walk: Walk, hash: string, seals: Seal[]): string | null {
  const [seal] = seals;
  if (seal?.through !== walk.seq) return null;
  const from = walk.sealed + 1;
  if (seal.sha256 !== hash || seal.count !== walk.seq - walk.sealed)
    return `entries ${from} to ${walk.seq}: they aren't those that entry ${seal.entry} of the log vouches for`;
  walk.sealed = walk.seq;
  seals.shift();
  return null;
}

async function endFault(q: Queryable, walk: Walk, [seal]: Seal[]): Promise<string | null> {
  if (seal)
    return `access log, entry ${walk.seq + 1}: it is missing, entry ${seal.entry} of the log vouches for ${seal.through}`;
  const { rows } = await q.query<{ seq: number; hash: string }>(
    "SELECT seq::float8 AS seq, hash FROM audit.access_head",
  );
  const [head] = rows;
  if (head?.seq === walk.seq && head.hash === walk.hash) return null;
  return `access log, entry ${walk.seq}: its head says that the last one is ${head?.seq ?? "none"}, or holds another hash for it`;
}

async function sealsIn(q: Queryable): Promise<Seal[]> {
  const { rows } = await q.query<{ entry: number; payload: string }>(
    "SELECT seq::float8 AS entry, payload FROM audit.event WHERE entity_type = 'access' ORDER BY seq",
  );
  return rows.map(({ entry, payload }) => ({ ...(eventRecord(payload) as unknown as AccessSeal), entry }));
}
