// The database's time. In a transaction that is its start.
import { Prisma } from "../generated/client";
import type { Db } from "../prisma";

export interface WriteMoment {
  /** The true time. */
  now: Date;
  /** The register's time. */
  at: Date;
}

export const hoursBefore = (moment: Date, hours: number): Date =>
  new Date(moment.getTime() - hours * 3_600_000);

export const findMoment = (db: Db): Promise<WriteMoment> => momentFrom(db, Prisma.empty);

/** Waits for the lock of this name, and holds it until the end of the transaction. */
export const lockName = (db: Db, name: string): Promise<WriteMoment> =>
  momentFrom(db, Prisma.sql`FROM pg_advisory_xact_lock(hashtextextended(${name}, 0))`);

async function momentFrom(db: Db, from: Prisma.Sql): Promise<WriteMoment> {
  const [moment] = await db.$queryRaw<WriteMoment[]>`SELECT now() AS now, register_now() AS at ${from}`;
  if (!moment) throw new Error("the database didn't say what time it is");
  return { now: moment.now, at: moment.at };
}
