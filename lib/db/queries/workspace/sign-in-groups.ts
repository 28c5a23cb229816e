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

export const findSignInGroups = (): Promise<SignInGroup[]> => askPrisma(selectSignInGroups);
