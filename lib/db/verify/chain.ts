import type { Queryable } from "../records/select";
import { commitmentsHeld } from "./sealed";
import type { SealedSizes } from "./sealed-sizes";
import { EVENT_COLUMNS, NO_HASH, whatIsWrong, type EventRow } from "./event";

/** The last event of a record. */
export interface LastEvent {
  seq: number;
  version: number;
  afterSha256: string;
}

/** Where reading the log has come to, and each record's last event, by type and id. */
export interface Chain {
  seq: number;
  leafHash: string;
  last: Map<string, LastEvent>;
  /** What entries hold in place of sealed numbers. */
  commitments: Set<string>;
  /** What was signed about it. */
  sealed: SealedSizes;
}

export const keyOf = (entityType: string, entityId: string): string => `${entityType} ${entityId}`;

/** The first bad entry and what is wrong with it, or null. Fills `chain` on its way. */
export async function chainFault(q: Queryable, chain: Chain): Promise<string | null> {
  chain.leafHash = NO_HASH;
  for (;;) {
    const { rows } = await q.query<EventRow>(
      `SELECT ${EVENT_COLUMNS} FROM audit.event WHERE seq > $1 ORDER BY seq LIMIT ${BATCH}`,
      [chain.seq],
    );
    for (const event of rows) {
      if (event.seq !== chain.seq + 1)
        return `entry ${chain.seq + 1}: it is missing, entry ${event.seq} comes next`;
      const key = keyOf(event.entityType, event.entityId);
      const wrong = whatIsWrong(event, chain, chain.last.get(key)?.version ?? 0);
      if (wrong !== null)
        return `entry ${event.seq} (${event.action}, recorded ${event.recordedAt}): ${wrong}`;
      const against = chain.sealed.faultAt(event.leafHash);
      if (against !== null) return against;
      chain.seq = event.seq;
      chain.leafHash = event.leafHash;
      for (const commitment of commitmentsHeld(event.payload)) chain.commitments.add(commitment);
      chain.last.set(key, { seq: event.seq, version: event.entityVersion, afterSha256: event.afterSha256 });
    }
    if (rows.length < BATCH) return (await headFault(q, chain)) ?? chain.sealed.faultAtEnd();
  }
}

const BATCH = 2000;

async function headFault(q: Queryable, { seq, leafHash }: Chain): Promise<string | null> {
  const { rows } = await q.query<{ seq: number; leafHash: string }>(
    `SELECT seq::float8 AS seq, leaf_hash AS "leafHash" FROM audit.head`,
  );
  const [head] = rows;
  if (!head) return "the head of the log is missing";
  if (head.seq > seq)
    return `entry ${seq + 1}: it is missing at the end of the log, whose head says ${head.seq}`;
  if (head.seq < seq)
    return `entry ${head.seq + 1}: the head of the log, at ${head.seq}, knows nothing of it`;
  return head.leafHash === leafHash ? null : `entry ${seq}: the head of the log holds another hash for it`;
}
