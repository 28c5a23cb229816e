// How far both logs have been sent. One worker at a time sends: it leases the single row, and that lease lets
// it move the positions.
import { askPool } from "../client";

export interface StreamLease {
  log: number;
  access: number;
  /** Identifies the lease; each later one differs. */
  until: string;
}

/** Null: another worker sends, a failure is too recent, or there is nothing new. */
export async function leaseStream(leaseMs: number): Promise<StreamLease | null> {
  const [row] = await askPool<StreamLease>(
    `UPDATE log_stream s SET leased_until = clock_timestamp() + $1 * interval '1 millisecond'
       FROM audit.head h, audit.access_head a
      WHERE s.leased_until <= clock_timestamp() AND (s.log_position < h.seq OR s.access_position < a.seq)
     RETURNING s.log_position::float8 AS log, s.access_position::float8 AS access, audit.instant(s.leased_until) AS until`,
    [leaseMs],
  );
  return row ?? null;
}

/** Entries that were sent aren't sent again. Does nothing if the lease has passed to another worker. */
export async function noteStreamed({ until }: StreamLease, log: number, access: number): Promise<void> {
  await askPool(
    `UPDATE log_stream SET log_position = $2, access_position = $3, leased_until = '-infinity'
      WHERE leased_until = $1::timestamptz`,
    [until, log, access],
  );
}

/** Any worker tries the same entries again after a while. */
export async function noteUnstreamed({ until }: StreamLease, waitMs: number): Promise<void> {
  await askPool(
    `UPDATE log_stream SET leased_until = clock_timestamp() + $2 * interval '1 millisecond'
      WHERE leased_until = $1::timestamptz`,
    [until, waitMs],
  );
}
