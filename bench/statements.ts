// Records the database queries of `lib`, so that `pg` alone can replay them.
import type pg from "pg";
import { pool } from "@/lib/db/client";

export interface Statement {
  text: string;
  values: unknown[];
}

/** All queries outside transactions during `work`, in order, and its result. */
export async function statementsOf<T>(
  work: () => Promise<T>,
): Promise<{ statements: Statement[]; answer: T }> {
  const statements: Statement[] = [];
  const own = pool();
  const query = own.query.bind(own) as Query;
  const restore = replace(own, "query", (question: unknown, values: unknown) => {
    statements.push(statementOf(question, values));
    return query(question, values);
  });
  try {
    return { statements, answer: await work() };
  } finally {
    restore();
  }
}

/** The statements of the one transaction in `work`, up to its COMMIT; it is rolled back instead. */
export async function transactionOf(work: () => Promise<unknown>): Promise<Statement[]> {
  const statements: Statement[] = [];
  const own = pool();
  const connect = own.connect.bind(own);
  const restore = replace(own, "connect", async (callback?: Parameters<typeof connect>[0]) => {
    if (callback) return connect(callback);
    const client = await connect();
    const query = client.query.bind(client) as Query;
    const restoreClient = replace(client, "query", (question: unknown, values: unknown) => {
      const statement = statementOf(question, values);
      statements.push(statement);
      return statement.text === "COMMIT" ? query("ROLLBACK") : query(question, values);
    });
    const release = client.release.bind(client);
    const restoreRelease = replace(client, "release", (broken?: Error) => {
      restoreClient();
      restoreRelease();
      release(broken);
    });
    return client;
  });
  await work().finally(restore);
  if (statements.at(-1)?.text !== "COMMIT") throw new Error("the change was refused");
  return statements;
}

/** Runs them one after another on one connection, as they were recorded. */
export async function replay(connections: pg.Pool, statements: readonly Statement[]): Promise<void> {
  const client = await connections.connect();
  try {
    for (const { text, values } of statements)
      await (values.length === 0 ? client.query(text) : client.query(text, values));
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  } finally {
    client.release();
  }
}

type Query = (question: unknown, values?: unknown) => unknown;

function statementOf(question: unknown, values: unknown): Statement {
  if (typeof question === "string") return { text: question, values: (values ?? []) as unknown[] };
  const { text, values: given } = question as { text: string; values?: unknown[] };
  return { text, values: given ?? ((values ?? []) as unknown[]) };
}

function replace(target: object, name: string, value: unknown): () => void {
  const own = Object.getOwnPropertyDescriptor(target, name);
  Object.defineProperty(target, name, { configurable: true, value });
  return () => {
    if (own) Object.defineProperty(target, name, own);
    else Reflect.deleteProperty(target, name);
  };
}
