// Imported files and those in progress, as their pages list them.
import "server-only";
import type { ImportJob } from "@/lib/domain/import/import";
import type { Actor } from "@/lib/domain/people/actor";
import { askPrisma, type Db } from "../prisma";
import { handedTo } from "../statements/import-hand-over";
import { jobOf } from "./imports";

/** Whose files: a person's own, and those handed over by or to them or their desk; null: all. */
export type ImportsOf = Pick<Actor, "id" | "desk"> | null;

/** Newest first. */
export async function findImports(
  of: ImportsOf,
  { before, limit }: { before: number | null; limit: number },
): Promise<ImportJob[]> {
  const rows = await askPrisma(async (db) =>
    db.importJob.findMany({
      where: { ...(await importsOf(db, of)), ...(before !== null && { number: { lt: before } }) },
      orderBy: { number: "desc" },
      take: limit,
    }),
  );
  return rows.map(jobOf);
}

export const countImports = (of: ImportsOf): Promise<number> =>
  askPrisma(async (db) => db.importJob.count({ where: await importsOf(db, of) }));

async function importsOf(db: Db, of: ImportsOf) {
  if (of === null) return { rows: { gt: 0 } };
  return { rows: { gt: 0 }, OR: [{ personId: of.id }, { id: { in: await handedTo(db, of) } }] };
}

/** The parts of a file that were handed over, in the order of handing over. */
export async function findHandedFrom(number: number): Promise<ImportJob[]> {
  const rows = await askPrisma((db) =>
    db.importJob.findMany({ where: { handedFrom: number }, orderBy: { number: "asc" }, take: MOST_HANDED }),
  );
  return rows.map(jobOf);
}

const MOST_HANDED = 100;

/** Handed over, but not tried by anyone yet; newest first. */
export async function findWaitingForDesks(): Promise<ImportJob[]> {
  const rows = await askPrisma((db) =>
    db.importJob.findMany({
      where: { rows: { gt: 0 }, state: "READ", desk: { isEmpty: false } },
      orderBy: { number: "desc" },
      take: MOST_HANDED,
    }),
  );
  return rows.map(jobOf);
}
