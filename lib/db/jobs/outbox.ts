// Mails that wait to be sent. Any process may send one, and another takes over if that one ends.
import "server-only";
import { REFUSED_AFTER_HOURS, secondsToRetry } from "@/lib/domain/notices/digest";
import { findMoment, hoursBefore } from "../sql/moment";
import { askPrisma, type Db } from "../prisma";

export type Outbox = ReturnType<typeof outboxOf>;

interface WaitingMail {
  id: string;
  state: "WAITING";
  createdAt?: { lt: Date };
}

interface MailChange {
  state?: "SENT" | "EMPTY" | "REFUSED";
  endedAt?: Date;
  nextAt?: Date;
  fault?: string;
  faultAt?: Date;
}

interface EndedMail {
  state: { not: "WAITING" };
  endedAt: { lt: Date };
}

export const outboxOf = (
  /** In the log of the process. */
  name: string,
  change: (db: Db, where: WaitingMail, data: MailChange) => Promise<unknown>,
  remove: (db: Db, where: EndedMail) => Promise<unknown>,
) => ({
  name,

  /** Accepted by a server, or nothing left to send. */
  end: (id: string, state: "SENT" | "EMPTY"): Promise<void> =>
    askPrisma(async (db) => {
      const { now: endedAt } = await findMoment(db);
      await change(db, { id, state: "WAITING" }, { state, endedAt });
    }),

  /** Retries with growing delays; gives up once a server has refused permanently for days. */
  delay: (
    { id, attempts }: { id: string; attempts: number },
    { text, isFinal }: { text: string; isFinal: boolean },
  ): Promise<void> => {
    // Spreads the retries out.
    const seconds = secondsToRetry(attempts) * (0.9 + Math.random() * 0.2);
    return askPrisma(async (db) => {
      const { now } = await findMoment(db);
      const where = { id, state: "WAITING" } as const;
      const nextAt = new Date(now.getTime() + seconds * 1_000);
      const data = { fault: text.slice(0, 300), faultAt: now, nextAt };
      const tooOld = { lt: hoursBefore(now, REFUSED_AFTER_HOURS) };
      if (isFinal)
        await change(db, { ...where, createdAt: tooOld }, { ...data, state: "REFUSED", endedAt: now });
      await change(db, where, data);
    });
  },

  /** Those that ended are remembered for ninety days. */
  forget: (): Promise<void> =>
    askPrisma(async (db) => {
      const endedAt = { lt: hoursBefore((await findMoment(db)).now, 90 * 24) };
      await remove(db, { state: { not: "WAITING" }, endedAt });
    }),
});
