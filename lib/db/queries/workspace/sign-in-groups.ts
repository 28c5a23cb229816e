import { ROLES } from "@/lib/domain/people/actor";
import type { SignInGroup } from "@/lib/domain/people/sign-in-group";
import { askPrisma, type Db } from "../../prisma";
import { oneOfColumn } from "../../records/codec";

/** By name. */
export async function selectSignInGroups(db: Db): Promise<SignInGroup[]> {
  const setBy = { select: { id: true, name: true } };
  const select = { id: true, name: true, role: true, desk: true, sealed: true, setBy } as const;
  const rows = await db.signInGroup.findMany({ orderBy: { name: "asc" }, select });
  return rows.map((row) => ({ ...row, role: oneOfColumn(ROLES, row.role) }));
}

/** Those of these people whose desk the groups set at their next sign-in. */
export async function selectDesksByGroups(
  db: Db,
  people: readonly string[],
  issuer: string,
): Promise<string[]> {
  if ((await db.signInGroup.count()) === 0) return [];
  const where = { personId: { in: [...people] }, issuer, removedAt: null };
  const found = await db.identity.findMany({ where, select: { personId: true } });
  return found.map(({ personId }) => personId);
}

export const findDesksByGroups = (people: readonly string[], issuer: string): Promise<string[]> =>
  askPrisma((db) => selectDesksByGroups(db, people, issuer));

export const findSignInGroups = (): Promise<SignInGroup[]> => askPrisma(selectSignInGroups);
