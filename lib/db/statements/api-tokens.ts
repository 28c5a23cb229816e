// Tokens of programs, and when each was last used.
import { createHash } from "node:crypto";
import { ROLES, TOKEN_GROUPS } from "@/lib/domain/people/actor";
import type { ApiToken } from "@/lib/domain/people/token";
import type { Prisma } from "../generated/client";
import type { ApiTokenModel } from "../generated/models";
import type { Db } from "../prisma";
import { oneOfColumn } from "../records/codec";
import { selectRegister } from "../records/register";

/** The only stored form of a token, whose 32 random bytes need no slower hash. */
export const hashOfToken = (token: string): string => createHash("sha256").update(token).digest("hex");

/** Newest first. */
export async function selectTokens(
  db: Db,
  where: Prisma.ApiTokenWhereInput,
  most: number,
): Promise<ApiToken[]> {
  const register = await selectRegister(db);
  const rows = await db.apiToken.findMany({ where, ...TOKEN, orderBy: { number: "desc" }, take: most });
  return rows.map((row) => tokenFromRow(row, register?.offsetMs ?? 0));
}

/** To the hour. Skips a locked row: no request waits for such a note. */
export async function touchToken(db: Db, number: number): Promise<void> {
  await db.$executeRaw`
    UPDATE api_token SET used_at = now()
     WHERE number = (SELECT number FROM api_token WHERE number = ${number} FOR NO KEY UPDATE SKIP LOCKED)`;
}

const person = { select: { id: true, name: true, email: true } };
const TOKEN = { omit: { hash: true }, include: { person } } as const;

type StoredToken = Omit<ApiTokenModel, "hash"> & { person: ApiToken["person"] };

/** `offsetMs`: how far the register's clock is ahead of the true one. */
function tokenFromRow(row: StoredToken, offsetMs: number): ApiToken {
  const moved = (moment: Date): string => new Date(moment.getTime() + offsetMs).toISOString();
  const { number, name, desk, sealed } = row;
  return {
    ...{ number, name, desk, sealed, person: row.person },
    role: oneOfColumn(ROLES, row.role),
    groups: row.groups.map((group) => oneOfColumn(TOKEN_GROUPS, group)),
    madeAt: moved(row.madeAt),
    expiresAt: moved(row.expiresAt),
    usedAt: row.usedAt && moved(row.usedAt),
    revokedAt: row.revokedAt && moved(row.revokedAt),
  };
}
