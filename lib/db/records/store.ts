import type { Json } from "@/lib/domain/base/canonical";
import type { Db } from "../prisma";

/** How records of one kind are stored. */
export interface RecordStore<R> {
  /** Of the record's own row. */
  table: string;
  /** The column that names a record; null where there is one record alone. */
  key: string | null;
  idOf: (record: R) => string;
  /** What people call it. */
  nameOf: (record: R) => string;
  canonical: (record: R) => Json;
  insert: (db: Db, record: R) => Promise<unknown>;
  /** How many rows had the version of `before`: one, or somebody else was faster. */
  update: (db: Db, before: R, after: R) => Promise<{ count: number }>;
  /** The rows of new records, where many at once are copied in; their children aside. */
  rows?: (db: Db, records: readonly R[]) => Promise<readonly object[]>;
}

/** As many as a question may ask for. */
export const ALL_STORES = 2 ** 31 - 1;
