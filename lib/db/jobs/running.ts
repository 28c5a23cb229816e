// Background jobs: stored in a table, run by any process, resumed by another if that one ends.
import "server-only";
import { ROLES, type Actor } from "@/lib/domain/people/actor";
import { heldUntil } from "@/lib/domain/people/power";
import { findMoment } from "../sql/moment";
import { askPrisma, type Db } from "../prisma";
import { instantOrNull, oneOfColumn } from "../records/codec";

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
  const rights = { role: true, desk: true, sealed: true, factorRemovedAt: true };
  const select = { id: true, email: true, name: true, ...rights };
  return askPrisma(async (db) => {
    const row = await db.person.findUnique({ where: { id, disabledAt: null }, select });
    if (!row) return null;
    const { factorRemovedAt, ...person } = row;
    const held = heldUntil(instantOrNull(factorRemovedAt), (await findMoment(db)).at.toISOString());
    const role = oneOfColumn(ROLES, row.role);
    return { ...person, role, heldUntil: held, session: null, request: null };
  });
}
