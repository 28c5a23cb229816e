// Work that is done behind an answer's back: kept in a table, done by whichever process comes first, and taken up again where
// that one ended.
import "server-only";
import { ROLES, type Actor } from "@/lib/domain/people/actor";
import { findMoment } from "../sql/moment";
import { askPrisma, type Db } from "../prisma";
import { oneOfColumn } from "../records/codec";

/** A job, and who is at it. */
export interface Mine {
  id: string;
  worker: string;
}

/** While nobody cancelled it, and nobody else took it up. */
export const underWay = ({ id, worker }: Mine) => ({ id, worker, state: "RUNNING" });

/** What becomes of a job that went wrong: it ends for good, or is tried again. */
export async function failing(db: Db, fault: string, again: boolean) {
  const ended = again
    ? { state: "WAITING", finishedAt: null }
    : { state: "FAILED", step: null, finishedAt: (await findMoment(db)).at };
  return { ...ended, fault: fault.slice(0, 500) };
}

/** The person who asked, as they are now; null for an account that is out of use. */
export async function findAsker(id: string): Promise<Actor | null> {
  const select = { id: true, email: true, name: true, role: true, desk: true, sealed: true };
  const row = await askPrisma((db) => db.person.findUnique({ where: { id, disabledAt: null }, select }));
  return row && { ...row, role: oneOfColumn(ROLES, row.role), session: null, request: null };
}
