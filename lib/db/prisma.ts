// Prisma's client on the pool's connections, to store and find records. Private to lib/db.
import "server-only";
import { createHash } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { LONGEST_ANSWER, pool, takenConnection } from "./client";
import { Prisma, PrismaClient } from "./generated/client";
import { limitCommit, watchLiveness } from "./liveness";
import { forgetAnswers } from "./sql/once-a-request";
import { replaceQuery } from "./sql/replace-query";

export type Db = Prisma.TransactionClient;

/** A transaction's tools: Prisma's client and its connection. */
export interface PrismaWork {
  db: Db;
  client: pg.PoolClient;
}

/** Pages and the API are bundled separately: two copies of this module in one process. */
const shared = globalThis as typeof globalThis & { registerPrisma?: PrismaClient };

/** One per process: its compiled queries survive when tests open another pool. */
export const prisma = (): PrismaClient => (shared.registerPrisma ??= open());

function open(): PrismaClient {
  const poolOfTheMoment = Object.assign(new pg.Pool(), {
    connect: async () => withBeginAhead(await pool().connect()),
    query: (question: pg.QueryConfig) => pool().query({ ...question, ...LONGEST_ANSWER }),
  });
  return new PrismaClient({
    adapter: new PrismaPg(poolOfTheMoment, { statementNameGenerator: ({ sql }) => nameOf(sql) }),
    // Without source lines around it.
    errorFormat: "minimal",
    // The database limits each statement and each pause. Prisma's total of five seconds would abort an import, or
    // verifying the log.
    transactionOptions: { maxWait: 30_000, timeout: 86_400_000 },
  });
}

/**
 * Prisma would wait for the answer to BEGIN. So BEGIN is sent with the first statement, which fails if BEGIN
 * does.
 */
function withBeginAhead(client: pg.PoolClient): pg.PoolClient {
  const ask = client.query.bind(client) as (...given: unknown[]) => Promise<unknown>;
  const restore = replaceQuery(client, (...given: unknown[]) => {
    restore();
    ask(...given).catch(() => undefined);
    return Promise.resolve({ rows: [], fields: [], rowCount: 0 });
  });
  return client;
}

/** A query outside any transaction. Fails if the database is silent; errors have PostgreSQL's own code. */
export async function askPrisma<T>(ask: (db: Db) => Promise<T>): Promise<T> {
  const watched = watchLiveness(pool());
  try {
    return await Promise.race([ask(prisma()), watched.silence]);
  } catch (error) {
    throw withSqlState(error);
  } finally {
    watched.end();
  }
}

/** `ending` chooses COMMIT or ROLLBACK. An exception rolls back, and has PostgreSQL's own code. */
export async function inPrismaTransaction<T>(
  work: (transaction: PrismaWork) => Promise<T>,
  ending: (result: T) => "COMMIT" | "ROLLBACK",
): Promise<T> {
  const watched = watchLiveness(pool());
  const commit = limitCommit();
  const slot: { client?: pg.PoolClient } = {};
  let isGivenUp = false;
  const throwIfGivenUp = (): void => {
    if (isGivenUp) throw new Error("the caller was already told that the database is away");
  };
  forgetAnswers();
  const run = takenConnection.run(slot, () =>
    prisma().$transaction(async (db) => {
      if (!slot.client) throw new Error("Prisma began a transaction without a connection of the pool");
      throwIfGivenUp();
      const result = await takenConnection.exit(() => work({ db, client: slot.client as pg.PoolClient }));
      if (ending(result) === "ROLLBACK") throw new RolledBack(result);
      throwIfGivenUp();
      commit.begin(slot.client);
      return result;
    }),
  );
  run.catch(() => undefined);
  try {
    return await Promise.race([run, watched.silence, commit.unconfirmed]);
  } catch (error) {
    isGivenUp = true;
    if (error instanceof RolledBack) return error.result as T;
    throw withSqlState(error);
  } finally {
    forgetAnswers();
    watched.end();
    commit.end();
  }
}

class RolledBack extends Error {
  constructor(readonly result: unknown) {
    super("rolled back");
  }
}

/**
 * Unwraps Prisma's error to PostgreSQL's, with its SQLSTATE. Prisma's own refusals keep their text. Values are
 * removed from both, because errors are logged.
 */
export function withSqlState(error: unknown): unknown {
  if (error instanceof Prisma.PrismaClientValidationError)
    return withStackOf(error, new Error(withoutValues(error.message)));
  const { code, message } = postgresErrorIn(error);
  if (!(error instanceof Error) || code === undefined) return error;
  // Errors of this class quote a value.
  const words = code.startsWith("22") ? message.replace(/"[^]*"/, "…") : message;
  return withStackOf(error, Object.assign(new Error(words), { code }));
}

function postgresErrorIn(error: unknown): { code?: string | undefined; message: string } {
  if (error instanceof pg.DatabaseError) return error;
  if (!(error instanceof Error)) return { message: "" };
  const wrapped =
    error instanceof Prisma.PrismaClientKnownRequestError
      ? (error.meta?.["driverAdapterError"] as { cause?: unknown } | undefined)
      : // Errors of COMMIT come in the adapter's form.
        error;
  const {
    kind = "",
    originalCode: code = LOST.get(kind),
    originalMessage: message = "the database can't be reached",
  } = (wrapped?.cause ?? {}) as { kind?: string; originalCode?: string; originalMessage?: string };
  return { code, message };
}

/** The adapter's codes for socket errors. For a raw query Prisma would only say that it failed. */
const LOST: ReadonlyMap<string, string> = new Map([
  ["DatabaseNotReachable", "ECONNREFUSED"],
  ["ConnectionClosed", "ECONNRESET"],
  ["SocketTimeout", "ETIMEDOUT"],
]);

/** Keeps the error's stack and replaces its message. */
function withStackOf(thrown: Error, replacement: Error): Error {
  const frames = (thrown.stack ?? "").split("\n").filter((line) => /^ {4}at \S/.test(line));
  replacement.stack = [`Error: ${replacement.message}`, ...frames].join("\n");
  return replacement;
}

/** Prisma prints all arguments between the call and the fault, and possibly again at the fault. */
function withoutValues(message: string): string {
  const [call = "", ...rest] = message.trim().split("\n\n");
  const wrong = (rest.at(-1) ?? "").replace(/^(Invalid value for argument `[^`]*`): [^]*$/, "$1");
  return `${call} ${wrong}`;
}

/**
 * Statements are prepared and planned once per connection, then run by name. The name derives from the statement,
 * because several copies of this module may use a connection. BEGIN and COMMIT keep their own names.
 */
const names = new Map<string, string>();
const UPDATES_PREPARED = 50;
let updates = 0;
function nameOf(sql: string): string {
  if (/^[A-Z]+$/.test(sql)) return sql;
  // Each list length is another statement: a connection would fill up with them. Queries joining many JSON rows with a
  // table are planned for the table's current size.
  if (/ IN \(\$\d+,|\), ?\(|\) OR \(|NOT \(|recordset\(/.test(sql)) return "";
  const known = names.get(sql);
  if (known !== undefined) return known;
  // So is each set of changed columns: the first ones to occur are the usual ones.
  if (sql.startsWith("UPDATE")) {
    if (updates >= UPDATES_PREPARED) return "";
    updates += 1;
  }
  const name = `prisma_${createHash("sha256").update(sql).digest("base64url").slice(0, 24)}`;
  names.set(sql, name);
  return name;
}
