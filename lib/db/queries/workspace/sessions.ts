import type { Actor } from "@/lib/domain/people/actor";
import { deviceOf, SESSION_LIFETIME, type OwnSession } from "@/lib/domain/people/session";
import { askPrisma } from "../../prisma";
import { findRegister } from "../log/register";
import { findMoment, hoursBefore } from "../../sql/moment";

/**
 * The open sessions: the current one, then the others, last used first. Sessions use true time; times shown
 * are converted to the register's.
 */
export async function findOwnSessions({ id: personId, session: own }: Actor): Promise<OwnSession[]> {
  const [rows, register] = await Promise.all([
    askPrisma(async (db) => {
      const [{ now }, person] = await Promise.all([
        findMoment(db),
        db.person.findUniqueOrThrow({ where: { id: personId }, select: { sessionVersion: true } }),
      ]);
      return db.session.findMany({
        where: {
          personId,
          sessionVersion: person.sessionVersion,
          revokedAt: null,
          expiresAt: { gt: now },
          lastSeenAt: { gt: hoursBefore(now, SESSION_LIFETIME.idleMinutes / 60) },
        },
        orderBy: [{ lastSeenAt: "desc" }, { id: "asc" }],
        take: MOST_LISTED,
        select: { id: true, agent: true, createdAt: true, lastSeenAt: true },
      });
    }),
    findRegister(),
  ]);
  const moved = (moment: Date): string =>
    new Date(moment.getTime() + (register?.offsetMs ?? 0)).toISOString();
  const listed = rows.map(({ id, agent, createdAt, lastSeenAt }) => ({
    id,
    device: deviceOf(agent),
    signedInAt: moved(createdAt),
    lastSeenAt: moved(lastSeenAt),
    isThis: id === own,
  }));
  return [...listed.filter(({ isThis }) => isThis), ...listed.filter(({ isThis }) => !isThis)];
}

/** Nobody has so many; only a script would need an endless list. */
const MOST_LISTED = 100;
