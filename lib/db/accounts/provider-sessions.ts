// The persons behind the provider's sessions, for as long as a session of ours may last.
import "server-only";
import type { Identity } from "@/lib/domain/people/identity";
import { askPrisma } from "../prisma";
import { findMoment } from "../sql/moment";

export interface ProviderSession {
  issuer: Identity["issuer"];
  sid: string;
  personId: string;
}

export async function noteProviderSession(
  { issuer, sid, personId }: ProviderSession,
  minutes: number,
): Promise<void> {
  await askPrisma(async (db) => {
    const { now } = await findMoment(db);
    const set = { personId, expiresAt: new Date(now.getTime() + minutes * 60_000) };
    const where = { issuer_sid: { issuer, sid } };
    await db.providerSession.upsert({
      where,
      create: { issuer, sid, ...set },
      update: set,
      select: { sid: true },
    });
    await db.providerSession.deleteMany({ where: { expiresAt: { lt: now } } });
  });
}

/** Null: nobody signed in with it lately. */
export const findByProviderSession = (
  session: Pick<ProviderSession, "issuer" | "sid">,
): Promise<string | null> =>
  askPrisma(async (db) => {
    const where = { issuer_sid: session };
    const row = await db.providerSession.findUnique({ where, select: { personId: true } });
    return row?.personId ?? null;
  });
