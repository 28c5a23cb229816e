// Failed sign-ins, counted by account and by address.
import "server-only";
import { UNSEEN_DAYS } from "@/lib/domain/people/account-need";
import { findMoment, hoursBefore } from "../sql/moment";
import { askPrisma } from "../prisma";
import { countFailures, type ThrottleBucket } from "../statements/sign-in";

/** Seconds until the next attempt is considered; 0: now. */
export const secondsToWait = (keys: readonly string[]): Promise<number> =>
  askPrisma(async (db) => {
    const { now } = await findMoment(db);
    const { _max } = await db.throttle.aggregate({
      where: { bucket: { in: [...keys] }, blockedUntil: { gt: now } },
      _max: { blockedUntil: true },
    });
    return _max.blockedUntil ? Math.ceil((_max.blockedUntil.getTime() - now.getTime()) / 1_000) : 0;
  });

/** Adds one failure to each count. */
export async function countFailure(buckets: readonly ThrottleBucket[]): Promise<void> {
  await countFailures(buckets, "all");
}

/**
 * Counts an attempt as a failure before it is checked, so that parallel attempts can't exceed the limit. A successful
 * one is uncounted. Returns seconds to wait if no attempt is left, else 0.
 */
export async function countAttempt(buckets: readonly ThrottleBucket[]): Promise<number> {
  const counted = await countFailures(buckets, "open");
  if (counted === buckets.length) return 0;
  return Math.max(1, await secondsToWait(buckets.map(({ key }) => key)));
}

/** A success resets its own count and deletes what has expired: counts, sessions, links, challenges, request keys. */
export async function forgetFailures(key: string): Promise<void> {
  await askPrisma(async (db) => {
    const { now } = await findMoment(db);
    const olderThan = (days: number) => ({ lt: hoursBefore(now, days * 24) });
    await db.throttle.deleteMany({ where: { OR: [{ bucket: key }, { since: olderThan(1) }] } });
    await db.session.deleteMany({ where: { expiresAt: olderThan(UNSEEN_DAYS) } });
    await db.passwordToken.deleteMany({ where: { expiresAt: olderThan(30) } });
    await db.signInChallenge.deleteMany({ where: { expiresAt: olderThan(0) } });
    await db.secondFactorSetup.deleteMany({ where: { expiresAt: olderThan(0) } });
    await db.passkeyChallenge.deleteMany({ where: { expiresAt: olderThan(0) } });
    await db.idempotency.deleteMany({ where: { createdAt: olderThan(30) } });
  });
}
