// Prisma's client on the pool's connections: how records are stored and found. Private to lib/db.
import "server-only";
import { createHash } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { pool, taking } from "./client";
import { Prisma, PrismaClient } from "./generated/client";
import { watchLiveness } from "./liveness";

export type Db = Prisma.TransactionClient;

/** What a transaction works with: Prisma's client, and the connection that it is on. */
export interface PrismaWork {
  db: Db;
  client: pg.PoolClient;
}

/** What is bundled for pages and for the API are two modules of this file, in one process. */
const shared = globalThis as typeof globalThis & { registerPrisma?: PrismaClient };

/** One for the process: what it has compiled stays when tests open another pool. */
export const prisma = (): PrismaClient => (shared.registerPrisma ??= open());

function open(): PrismaClient {
  const poolOfTheMoment = Object.assign(new pg.Pool(), {
    connect: () => pool().connect(),
    query: (question: pg.QueryConfig) => pool().query(question),
  });
  return new PrismaClient({
    adapter: new PrismaPg(poolOfTheMoment, { statementNameGenerator: ({ sql }) => nameOf(sql) }),
    // Without lines of the code around it.
    errorFormat: "minimal",
    // The database limits each statement and each pause; Prisma's five seconds in all would end an import, or the verification of the log.
    transactionOptions: { maxWait: 30_000, timeout: 86_400_000 },
  });
}

/** What is asked outside any transaction. Fails while the database keeps silent, and with PostgreSQL's own code. */
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

/** `ending` says how it ends. Whatever is thrown rolls it back, and arrives with PostgreSQL's own code. */
export async function inPrismaTransaction<T>(
  work: (transaction: PrismaWork) => Promise<T>,
  ending: (result: T) => "COMMIT" | "ROLLBACK",
): Promise<T> {
  const watched = watchLiveness(pool());
  const taken: { client?: pg.PoolClient } = {};
  let isGivenUp = false;
  const goOn = (): void => {
    if (isGivenUp) throw new Error("the caller was already told that the database is away");
  };
  const run = taking.run(taken, () =>
    prisma().$transaction(async (db) => {
      if (!taken.client) throw new Error("Prisma began a transaction without a connection of the pool");
      goOn();
      const result = await taking.exit(() => work({ db, client: taken.client as pg.PoolClient }));
      if (ending(result) === "ROLLBACK") throw new RolledBack(result);
      goOn();
      return result;
    }),
  );
  run.catch(() => undefined);
  try {
    return await Promise.race([run, watched.silence]);
  } catch (error) {
    isGivenUp = true;
    if (error instanceof RolledBack) return error.result as T;
    throw withSqlState(error);
  } finally {
    watched.end();
  }
}

class RolledBack extends Error {
  constructor(readonly result: unknown) {
    super("rolled back");
  }
}

/**
 * Unwraps Prisma's error to PostgreSQL's, with its SQLSTATE. What Prisma itself refuses keeps its words. Values are taken out of both:
 * errors are logged.
 */
export function withSqlState(error: unknown): unknown {
  if (error instanceof Prisma.PrismaClientValidationError)
    return where(error, new Error(withoutValues(error.message)));
  const { code, message } = saidByPostgres(error);
  if (!(error instanceof Error) || code === undefined) return error;
  // Those of this class quote a value.
  const words = code.startsWith("22") ? message.replace(/"[^]*"/, "…") : message;
  return where(error, Object.assign(new Error(words), { code }));
}

function saidByPostgres(error: unknown): { code?: string | undefined; message: string } {
  if (error instanceof pg.DatabaseError) return error;
  if (!(error instanceof Error)) return { message: "" };
  const wrapped =
    error instanceof Prisma.PrismaClientKnownRequestError
      ? (error.meta?.["driverAdapterError"] as { cause?: unknown } | undefined)
      : // What COMMIT says comes as the adapter has it.
        error;
  const {
    kind = "",
    originalCode: code = LOST.get(kind),
    originalMessage: message = "the database can't be reached",
  } = (wrapped?.cause ?? {}) as { kind?: string; originalCode?: string; originalMessage?: string };
  return { code, message };
}

/** What the adapter makes of a socket's error. Of a raw query Prisma would say no more than that it failed. */
const LOST: ReadonlyMap<string, string> = new Map([
  ["DatabaseNotReachable", "ECONNREFUSED"],
  ["ConnectionClosed", "ECONNRESET"],
  ["SocketTimeout", "ETIMEDOUT"],
]);

/** Keeps the stack of an error and replaces its message. */
function where(thrown: Error, told: Error): Error {
  const frames = (thrown.stack ?? "").split("\n").filter((line) => /^ {4}at \S/.test(line));
  told.stack = [`Error: ${told.message}`, ...frames].join("\n");
  return told;
}

/** Prisma shows all it was given between what was asked and what is wrong with it, and perhaps once more where it is wrong. */
function withoutValues(message: string): string {
  const [asked = "", ...rest] = message.trim().split("\n\n");
  const wrong = (rest.at(-1) ?? "").replace(/^(Invalid value for argument `[^`]*`): [^]*$/, "$1");
  return `${asked} ${wrong}`;
}

/**
 * Prepared once on each connection, planned once, then run. The name follows from the statement: a connection may be used by more than
 * one module of this file. BEGIN and COMMIT are called what they are.
 */
const names = new Map<string, string>();
function nameOf(sql: string): string {
  if (/^[A-Z]+$/.test(sql)) return sql;
  // Each length of a list and each choice of columns is another statement: a connection would fill up with them. And what holds many
  // rows given as JSON against a table is planned by the size that the table has by now.
  if (/ IN \(\$\d+,|^UPDATE|\), ?\(|\) OR \(|NOT \(|recordset\(/.test(sql)) return "";
  const known = names.get(sql);
  if (known !== undefined) return known;
  const name = `prisma_${createHash("sha256").update(sql).digest("base64url").slice(0, 24)}`;
  names.set(sql, name);
  return name;
}
