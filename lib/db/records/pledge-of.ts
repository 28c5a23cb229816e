// Records about a pledge refer to it by reference; their rows by its id.
import type { Db } from "../prisma";

export const ON_PLEDGE = { pledge: { select: { reference: true } } } as const;

export type OnPledge<Row> = Omit<Row, "pledge"> & { readonly pledge: { readonly reference: string } };

export async function pledgeIdOf(db: Db, reference: string): Promise<string> {
  const { id } = await db.pledge.findUniqueOrThrow({ where: { reference }, select: { id: true } });
  return id;
}
