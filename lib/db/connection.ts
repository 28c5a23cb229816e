import type pg from "pg";
import type { Db } from "./prisma";
import { planned } from "./sql/planned-once";

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

  /**
   * Queries with few values find rows by keys, and are planned once; those with many are planned for their
   * values.
   */
  query<Row>(question: string | Prepared, values: unknown[] = []): Promise<{ rows: Row[] }> {
    const isOfFew =
      values.length > 0 && values.every((value) => !Array.isArray(value) || value.length <= FEW);
    const statement = typeof question === "string" && isOfFew ? planned(question) : question;
    return this.client.query<Row & pg.QueryResultRow>(statement, values);
  }
}

const FEW = 50;
