// How far both logs were sent. One worker at a time sends: it leases the one row, and moves the positions by that lease.
import { askPool } from "../client";

export interface StreamLease {
  log: number;
  access: number;
  /** By which it is known; later ones are others. */
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

/** What is sent is never sent by another again. Nothing moves where the lease is over and another worker has it. */
export async function noteStreamed({ until }: StreamLease, log: number, access: number): Promise<void> {
  await askPool(
    `UPDATE log_stream SET log_position = $2, access_position = $3, leased_until = '-infinity'
      WHERE leased_until = $1::timestamptz`,
    [until, log, access],
  );
}

/** The same is tried again after a while, by any worker. */
export async function noteUnstreamed({ until }: StreamLease, waitMs: number): Promise<void> {
  await askPool(
    `UPDATE log_stream SET leased_until = clock_timestamp() + $2 * interval '1 millisecond'
      WHERE leased_until = $1::timestamptz`,
    [until, waitMs],
  );
}
