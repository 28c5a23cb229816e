import type { Queryable } from "../connection";
import { inPrismaTransaction } from "../prisma";

/** A consistent read of one moment, however long it takes, while others keep writing. */
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
