// Which store of files belongs to this register.
import "server-only";
import { askPrisma, inPrismaTransaction } from "../prisma";

/** Null: no store was marked yet. */
export async function findStoreMark(): Promise<string | null> {
  const row = await askPrisma((db) => db.storeMark.findFirst({ select: { id: true } }));
  return row?.id ?? null;
}

/**
 * Binds the register to its first store. `put` marks the store before this commits: if it fails, nothing is
 * marked. Does nothing if the register already has a store.
 */
export function markStore(id: string, put: () => Promise<void>): Promise<void> {
  return inPrismaTransaction(
    async ({ db }) => {
      // Others that try meanwhile wait here.
      const { count } = await db.storeMark.createMany({ data: [{ id }], skipDuplicates: true });
      if (count > 0) await put();
    },
    () => "COMMIT",
  );
}
