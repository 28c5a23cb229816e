import type { Queryable } from "../connection";
import { inPrismaTransaction } from "../prisma";

/** Reads everything as of one moment, however long it takes, while people go on working. */
export function inSnapshot<T>(work: (q: Queryable) => Promise<T>): Promise<T> {
  return inPrismaTransaction(
    async ({ client }) => {
      await client.query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
      await client.query("SET LOCAL statement_timeout = '10min'");
      await client.query("SET LOCAL idle_in_transaction_session_timeout = '10min'");
      return work(client);
    },
    () => "ROLLBACK",
  );
}
