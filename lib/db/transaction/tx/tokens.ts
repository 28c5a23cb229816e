// Tokens of programs: rows that no event contains. Making and revoking one are events of the person's
// account.
import type { TokenScope } from "@/lib/domain/people/actor";
import type { ApiToken } from "@/lib/domain/people/token";
import type { Transaction } from "../../connection";
import type { Db } from "../../prisma";
import { hashOfToken, selectTokens } from "../../statements/api-tokens";
import { findMoment, hoursBefore } from "../../sql/moment";

export interface NewToken {
  token: string;
  personId: string;
  name: string;
  scope: TokenScope;
  days: number;
}

export const tokensIn = ({ db }: Transaction) => ({
  countOpen: async (personId: string): Promise<number> => {
    const { now } = await findMoment(db);
    return db.apiToken.count({ where: { personId, revokedAt: null, expiresAt: { gt: now } } });
  },
  make: async ({ token, personId, name, scope, days }: NewToken): Promise<ApiToken> => {
    const { now: madeAt } = await findMoment(db);
    const { role, sealed } = scope;
    const lists = { desk: [...scope.desk], groups: [...scope.groups] };
    const data = {
      hash: hashOfToken(token),
      personId,
      name,
      role,
      sealed,
      ...lists,
      madeAt,
      expiresAt: hoursBefore(madeAt, -24 * days),
    };
    const { number } = await db.apiToken.create({ data, select: { number: true } });
    return getToken(db, number);
  },
  /** Null: there is none. */
  find: (number: number): Promise<ApiToken | null> => findToken(db, number),
  revoke: async (number: number): Promise<ApiToken> => {
    const { now: revokedAt } = await findMoment(db);
    await db.apiToken.updateMany({ where: { number, revokedAt: null }, data: { revokedAt } });
    return getToken(db, number);
  },
});

async function getToken(db: Db, number: number): Promise<ApiToken> {
  const token = await findToken(db, number);
  if (!token) throw new Error(`token ${String(number)} is gone`);
  return token;
}

const findToken = async (db: Db, number: number): Promise<ApiToken | null> =>
  (await selectTokens(db, { number }, 1))[0] ?? null;
