import type pg from "pg";
import type { Db } from "./prisma";

/** Planned once per connection: for queries of every change, where one plan fits any values. */
export interface Prepared {
  name: string;
  text: string;
}

/** Runs SQL on the pool, or on one transaction's connection. */
export interface Queryable {
  query<Row>(question: string | Prepared, values?: unknown[]): Promise<{ rows: Row[] }>;
}

export interface Connection extends Queryable {
  db: Db;
}

/** Locks, COPY, the log and records on one connection. */
export class Transaction implements Connection {
  constructor(
    readonly client: pg.PoolClient,
    readonly db: Db,
  ) {}

  query<Row>(question: string | Prepared, values: unknown[] = []): Promise<{ rows: Row[] }> {
    return this.client.query<Row & pg.QueryResultRow>(question, values);
  }
}
