// The second step of signing in: pending challenges after the password, the secrets that codes are checked against, and
// setups in progress. Secrets arrive here encrypted.
import "server-only";
import type { Instant } from "@/lib/domain/base/day";
import type { Passkey } from "@/lib/domain/people/passkey";
import type { SignInChallengeModel } from "../generated/models";
import { findMoment } from "../sql/moment";
import { askPrisma, inPrismaTransaction, type Db } from "../prisma";
import { instantColumn } from "../records/codec";
import { findRegister } from "../queries/log/register";
import { findPasskeys } from "./passkeys";
import { insertSession, consumeChallenge, type Lifetime, type OpenSession } from "../statements/sign-in";

/** Proof of the second step: the code's time step, a recovery code, or what a passkey signed. */
export type Proof =
  | { step: number }
  | { codeHash: string }
  | { passkey: string; counterBefore: number; counter: number };

/** Valid for the account as it is now: a new session version ends it. */
export async function openChallenge({
  minutes,
  ...given
}: Pick<SignInChallengeModel, "personId" | "tokenHash" | "setup"> & { minutes: number }): Promise<void> {
  await askPrisma(async (db) => {
    const where = { id: given.personId };
    const { sessionVersion } = await db.person.findUniqueOrThrow({ where, select: { sessionVersion: true } });
    const { now } = await findMoment(db);
    const expiresAt = new Date(now.getTime() + minutes * 60_000);
    const data = { ...given, sessionVersion, expiresAt };
    await db.signInChallenge.create({ data, select: { tokenHash: true } });
  });
}

/** Counts one wrong code. */
export async function failChallenge(tokenHash: string): Promise<void> {
  const data = { failures: { increment: 1 } };
  await askPrisma((db) => db.signInChallenge.updateMany({ where: { tokenHash }, data }));
}

/**
 * Uses up challenge and code, each valid once, and opens the session. Null: one of them was used already, and nothing
 * is used up.
 */
export function passChallenge(
  {
    tokenHash,
    proof,
    ...device
  }: { tokenHash: string; proof: Proof | null; address: string; agent: string | null },
  life: Lifetime,
): Promise<OpenSession | null> {
  return inPrismaTransaction(
    async ({ db }) => {
      const personId = await consumeChallenge(db, tokenHash);
      if (personId === null) return null;
      if (proof !== null && !(await consumeProof(db, personId, proof))) return null;
      return insertSession(db, { ...device, personId, secondStep: true }, life);
    },
    (session) => (session ? "COMMIT" : "ROLLBACK"),
  );
}

/** For a step in an open session. Uses the code up; false if that was already done. */
export const passOwnStep = (personId: string, proof: Proof): Promise<boolean> =>
  inPrismaTransaction(
    ({ db }) => consumeProof(db, personId, proof),
    (passed) => (passed ? "COMMIT" : "ROLLBACK"),
  );

/** The sealed secret of a person's second factor; null: there is none. */
export async function findSecret(personId: string): Promise<string | null> {
  const select = { secret: true };
  const row = await askPrisma((db) => db.secondFactor.findUnique({ where: { personId }, select }));
  return row?.secret ?? null;
}

/** The sealed secrets of all second factors. */
export const findSecrets = (): Promise<{ personId: string; secret: string }[]> =>
  askPrisma((db) => db.secondFactor.findMany({ select: { personId: true, secret: true } }));

/** False if it has been replaced meanwhile. */
export async function replaceSecret(personId: string, secret: string, by: string): Promise<boolean> {
  const { count } = await askPrisma((db) =>
    db.secondFactor.updateMany({ where: { personId, secret }, data: { secret: by } }),
  );
  return count > 0;
}

async function consumeProof(db: Db, personId: string, proof: Proof): Promise<boolean> {
  if ("passkey" in proof) return consumePasskey(db, personId, proof);
  const { count } =
    "step" in proof
      ? await db.secondFactor.updateMany({
          where: { personId, lastStep: { lt: proof.step } },
          data: { lastStep: proof.step },
        })
      : await db.recoveryCode.updateMany({
          where: { personId, codeHash: proof.codeHash, usedAt: null },
          data: { usedAt: (await findMoment(db)).now },
        });
  return count > 0;
}

/** False if the passkey is gone, or its counter has changed meanwhile. */
async function consumePasskey(
  db: Db,
  personId: string,
  { passkey: id, counterBefore, counter }: Extract<Proof, { passkey: string }>,
): Promise<boolean> {
  const { now: usedAt } = await findMoment(db);
  const where = { id, personId, counter: counterBefore };
  return (await db.passkey.updateMany({ where, data: { counter, usedAt } })).count > 0;
}

/** Restarts the setup in a session. */
export async function keepSetup(sessionId: string, sealed: string, minutes: number): Promise<void> {
  await askPrisma(async (db) => {
    const { now } = await findMoment(db);
    const set = { sealed, expiresAt: new Date(now.getTime() + minutes * 60_000) };
    const create = { sessionId, ...set };
    await db.secondFactorSetup.upsert({
      where: { sessionId },
      create,
      update: set,
      select: { sessionId: true },
    });
  });
}

export async function findSetup(sessionId: string): Promise<string | null> {
  const row = await askPrisma(async (db) => {
    const { now } = await findMoment(db);
    const where = { sessionId, expiresAt: { gt: now } };
    return db.secondFactorSetup.findUnique({ where, select: { sealed: true } });
  });
  return row?.sealed ?? null;
}

export async function dropSetup(sessionId: string): Promise<void> {
  await askPrisma((db) => db.secondFactorSetup.deleteMany({ where: { sessionId } }));
}

/** In the register's time. */
export interface KnownFactor {
  since: Instant;
  /** Unused recovery codes. */
  codesLeft: number;
  /** It has the codes of an authenticator. */
  hasDevice: boolean;
  passkeys: Pick<Passkey, "id" | "name" | "madeAt" | "usedAt">[];
}

/** The public part of a person's second factor. */
export async function findFactor(id: string): Promise<KnownFactor | null> {
  const codes = { where: { usedAt: null } };
  const [person, passkeys, register] = await Promise.all([
    askPrisma((db) =>
      db.person.findUnique({
        where: { id },
        select: {
          secondFactorAt: true,
          secondFactor: { select: { personId: true } },
          _count: { select: { recoveryCodes: codes } },
        },
      }),
    ),
    findPasskeys(id),
    findRegister(),
  ]);
  if (!person?.secondFactorAt) return null;
  const moved = (moment: Instant): Instant =>
    new Date(Date.parse(moment) + (register?.offsetMs ?? 0)).toISOString();
  return {
    since: instantColumn(person.secondFactorAt),
    codesLeft: person._count.recoveryCodes,
    hasDevice: person.secondFactor !== null,
    passkeys: passkeys.map(({ id: passkey, name, usedAt, madeAt }) => ({
      id: passkey,
      name,
      madeAt: moved(madeAt),
      usedAt: usedAt && moved(usedAt),
    })),
  };
}
