import { Prisma } from "../generated/client";
import type { Db } from "../prisma";
import { byReferenceOrId } from "../records/reference-or-id";
import { lockName } from "./moment";

/**
 * Locks rows of a record's table until the end of the transaction, in order of their ids, and returns those ids. A
 * later statement reads the current rows. For a table without ids it returns the rows' names.
 */
export async function lock(db: Db, table: string, where: Prisma.Sql, limit?: number): Promise<string[]> {
  const name = Prisma.raw(NAMED_BY[table] ?? "id");
  const most = limit === undefined ? Prisma.empty : Prisma.sql`LIMIT ${limit}`;
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT ${name}::text AS id FROM ${Prisma.raw(table)} WHERE ${where} ORDER BY ${name} ${most} FOR NO KEY UPDATE`;
  return rows.map(({ id }) => id);
}

const NAMED_BY: Readonly<Record<string, string>> = {
  participant: "code",
  register: "one",
  trigger: "code",
};

/** Locks the one row and returns its record. */
export async function locked<T>(
  db: Db,
  table: string,
  where: Prisma.Sql,
  find: (id: string) => Promise<T | null>,
): Promise<T | null> {
  const [id] = await lock(db, table, where);
  return id === undefined ? null : find(id);
}

export const lockById = (id: string): Prisma.Sql => Prisma.sql`id = ${id}::uuid`;

export function called(name: string): Prisma.Sql {
  const by = byReferenceOrId(name);
  return "id" in by ? lockById(by.id) : Prisma.sql`reference = ${by.reference}`;
}

/** The name of the queue in which a change of an account waits for the person's own changes. */
export const accountLock = (id: string): string => `the account ${id}`;

/** Waits for the person's current changes, and keeps later ones waiting. Null: there is no such account. */
export async function lockAccount(db: Db, id: string): Promise<string | null> {
  await lockName(db, accountLock(id));
  const [found] = await lock(db, "person", lockById(id));
  return found ?? null;
}
