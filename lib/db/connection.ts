import type pg from "pg";
import type { Db } from "./prisma";

/** Planned once on each connection: for what each change asks, where a plan fits whatever the values are. */
export interface Prepared {
  name: string;
  text: string;
}

/** What can be asked in SQL: the pool, or one transaction's connection. */
export interface Queryable {
  query<Row>(question: string | Prepared, values?: unknown[]): Promise<{ rows: Row[] }>;
}

/** The same, with Prisma's client on it. */
export interface Connection extends Queryable {
  db: Db;
}

/** One transaction: locks, COPY, the log and records on one connection. */
export class Transaction implements Connection {
  constructor(
    readonly client: pg.PoolClient,
    readonly db: Db,
  ) {}

  query<Row>(question: string | Prepared, values: unknown[] = []): Promise<{ rows: Row[] }> {
    return this.client.query<Row & pg.QueryResultRow>(question, values);
  }
}
