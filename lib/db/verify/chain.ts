import type { Queryable } from "../connection";
import { instantSql } from "../sql/instant-sql";
import { Authority, says, type Breach } from "@/lib/verifier/verify.mjs";
import { commitmentsOfEntry } from "./sealed";
import type { Roots } from "./roots";
import { discrepancy, firstProblem, type Discrepancy } from "./verdict";
import { EVENT_COLUMNS, eventRecord, NO_HASH, whatIsWrong, type EventRow } from "./event";

export interface LastEvent {
  seq: number;
  version: number;
  afterSha256: string;
}

/** The point reached in the log, and each record's last event, by type and id. */
export interface Chain {
  seq: number;
  leafHash: string;
  /** Of the last entry. */
  recordedAt: string | null;
  at: string | null;
  last: Map<string, LastEvent>;
  /** Commitments that entries contain instead of sealed numbers. */
  commitments: Set<string>;
  roots: Roots;
  authority: Authority;
  /** Entries whose author had no right to them, according to earlier entries. */
  breaches: Breach[];
}

export const entityKey = (entityType: string, entityId: string): string => `${entityType} ${entityId}`;

export const chainOver = (roots: Roots): Chain => ({
  ...{ seq: 0, leafHash: NO_HASH, recordedAt: null, at: null },
  ...{ last: new Map(), commitments: new Set(), roots, authority: new Authority(), breaches: [] },
});

/** The first invalid entry with its fault, or null. Also fills `chain`. */
export async function chainFault(
  q: Queryable,
  chain: Chain,
  onProgress: (entries: number) => void,
): Promise<Discrepancy | null> {
  for (;;) {
    const { rows } = await q.query<EventRow>(
      `SELECT ${EVENT_COLUMNS} FROM audit.event WHERE seq > $1 ORDER BY seq LIMIT ${BATCH}`,
      [chain.seq === 0 ? BEFORE_ALL : chain.seq],
    );
    for (const event of rows) {
      const wrong = faultOf(event, chain);
      if (wrong !== null) return discrepancy("log", wrong, Math.min(event.seq, chain.seq + 1));
      chain.seq = event.seq;
      chain.leafHash = event.leafHash;
      chain.recordedAt = event.recordedAt;
      chain.at = event.at;
      chain.roots.append(event.leafHash);
      for (const commitment of commitmentsOfEntry(event.payload)) chain.commitments.add(commitment);
      chain.breaches.push(...chain.authority.read(event, eventRecord(event.payload) as object));
      chain.last.set(entityKey(event.entityType, event.entityId), {
        seq: event.seq,
        version: event.entityVersion,
        afterSha256: event.afterSha256,
      });
    }
    onProgress(chain.seq);
    if (rows.length < BATCH) {
      chain.breaches.push(...chain.authority.end());
      return null;
    }
  }
}

const BATCH = 2000;
/** Also finds an entry inserted before the first. */
const BEFORE_ALL = Number.MIN_SAFE_INTEGER;

function faultOf(event: EventRow, chain: Chain): string | null {
  if (event.seq > chain.seq + 1)
    return `entry ${chain.seq + 1}: it is missing, entry ${event.seq} comes next`;
  if (event.seq <= chain.seq) return `entry ${event.seq}: it was put in, the first is 1`;
  const lastVersion = chain.last.get(entityKey(event.entityType, event.entityId))?.version ?? 0;
  const wrong = whatIsWrong(event, chain, lastVersion);
  return wrong === null
    ? null
    : `entry ${event.seq} (${event.action}, recorded ${event.recordedAt}): ${wrong}`;
}

/** Entries whose author had no right to them, in the words of the verifier that each package contains. */
export const authorityFaults = (breaches: readonly Breach[]): Discrepancy[] =>
  firstProblem(
    breaches.map(({ code, seq, action, by }) =>
      discrepancy("authority", says({ code, params: { seq, action, by } }), seq),
    ),
  );

/** Whether the log's head matches its last entry, once the log is read to its end. */
export async function headFault(q: Queryable, chain: Chain): Promise<Discrepancy | null> {
  const { rows } = await q.query<Head>(
    `SELECT seq::float8 AS seq, leaf_hash AS "leafHash", ${instantOrNull("recorded_at")} AS "recordedAt",
            ${instantOrNull("at")} AS at FROM audit.head`,
  );
  const [head] = rows;
  const { seq } = chain;
  if (!head) return discrepancy("head", "the head of the log is missing");
  if (head.seq > seq)
    return discrepancy(
      "head",
      `entry ${seq + 1}: it is missing at the end of the log, whose head says ${head.seq}`,
      seq + 1,
    );
  if (head.seq < seq)
    return discrepancy(
      "head",
      `entry ${head.seq + 1}: the head of the log, at ${head.seq}, knows nothing of it`,
      head.seq + 1,
    );
  if (head.leafHash !== chain.leafHash)
    return discrepancy("head", `entry ${seq}: the head of the log holds another hash for it`, seq);
  if (head.recordedAt !== chain.recordedAt || head.at !== chain.at)
    return discrepancy("head", `entry ${seq}: the head of the log holds another time for it`, seq);
  return null;
}

interface Head {
  seq: number;
  leafHash: string;
  recordedAt: string | null;
  at: string | null;
}

/** Null before the first entry. */
const instantOrNull = (column: string): string =>
  `CASE WHEN isfinite(${column}) THEN ${instantSql(column)} END`;
