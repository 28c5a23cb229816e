import type { Json } from "@/lib/domain/base/canonical";
import type { Db } from "../prisma";

export interface RecordStore<R> {
  /** The record's own table. */
  table: string;
  /** The column that identifies a record; null: there is only one record. */
  key: string | null;
  idOf: (record: R) => string;
  nameOf: (record: R) => string;
  canonical: (record: R) => Json;
  insert: (db: Db, record: R) => Promise<unknown>;
  /** Counts rows with the version of `before`: none, if someone else changed it first. */
  update: (db: Db, before: R, after: R) => Promise<{ count: number }>;
  /** The differences in its own row, by Prisma's fields; null if other rows change with it. */
  ownChanges?: (before: R, after: R) => object | null;
  /** For bulk inserts of these: how the row of each is made, without its child rows. */
  rows?: (db: Db, records: readonly R[]) => Promise<(record: R) => object>;
}

/** Of records that are identified by an id. */
export const BY_ID = { key: "id", idOf: ({ id }: { id: string }): string => id };

/** The largest limit a query accepts. */
export const ALL_STORES = 2 ** 31 - 1;
