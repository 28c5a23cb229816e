// Background jobs: stored in a table, run by any process, resumed by another if that one ends.
import "server-only";
import { ROLES, type Actor } from "@/lib/domain/people/actor";
import { findMoment } from "../sql/moment";
import { askPrisma, type Db } from "../prisma";
import { oneOfColumn } from "../records/codec";

/** A job and its worker. */
export interface OwnedJob {
  id: string;
  worker: string;
}

/** Unless it was cancelled or another worker took over. */
export const underWay = ({ id, worker }: OwnedJob) => ({ id, worker, state: "RUNNING" });

/** A failed job ends for good, or is tried again. */
export async function failing(db: Db, fault: string, again: boolean) {
  const ended = again
    ? { state: "WAITING", finishedAt: null }
    : { state: "FAILED", step: null, finishedAt: (await findMoment(db)).at };
  return { ...ended, fault: fault.slice(0, 500) };
}

/** The requester's current account; null: it is disabled. */
export async function findAsker(id: string): Promise<Actor | null> {
  const select = { id: true, email: true, name: true, role: true, desk: true, sealed: true };
  const row = await askPrisma((db) => db.person.findUnique({ where: { id, disabledAt: null }, select }));
  return row && { ...row, role: oneOfColumn(ROLES, row.role), session: null, request: null };
}
