// Saved views. Outside the record, like drafts: they have no event and may be deleted.
import "server-only";
import { invalid } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { MOST_VIEWS, type SavedView } from "@/lib/domain/people/saved-view";
import type { Prisma } from "../generated/client";
import { onceIn } from "../log/idempotency";
import { findMoment, lockName } from "../sql/moment";
import { askPrisma, inPrismaTransaction } from "../prisma";
import { instantColumn } from "../records/codec";

export async function findView(id: string): Promise<SavedView | null> {
  const row = await askPrisma((db) => db.savedView.findUnique({ where: { id }, select: VIEW }));
  return row && viewOf(row);
}

export interface NewSavedView {
  id: string;
  owner: { id: string };
  name: string;
  address: string;
  shared: boolean;
}

/** `invalid`: the person has another view of that name, or has reached the limit. */
export const createView = ({ owner, ...view }: NewSavedView): Promise<Result<SavedView>> =>
  named(() =>
    inPrismaTransaction<Result<SavedView>>(
      async ({ client, db }) => {
        const { at } = await lockName(db, `views ${owner.id}`);
        return onceIn(client, async () => {
          const data = { ...view, personId: owner.id, version: 1, createdAt: at, updatedAt: at };
          const row = await db.savedView.create({ data, select: VIEW });
          const count = await db.savedView.count({ where: { personId: owner.id } });
          return count > MOST_VIEWS
            ? invalid({ path: "name", code: "too-many-views", params: { max: MOST_VIEWS } })
            : ok(viewOf(row));
        });
      },
      (result) => (result.ok ? "COMMIT" : "ROLLBACK"),
    ),
  );

/** Null: it was changed or deleted meanwhile. */
export const updateView = (
  { id, version }: Pick<SavedView, "id" | "version">,
  { name, shared, address }: Pick<SavedView, "name" | "shared" | "address">,
): Promise<Result<SavedView | null>> =>
  named(async () => {
    const [row] = await askPrisma(async (db) => {
      const { at: updatedAt } = await findMoment(db);
      const data = { name, shared, address, version: version + 1, updatedAt };
      return db.savedView.updateManyAndReturn({ where: { id, version }, data, select: VIEW });
    });
    return ok(row ? viewOf(row) : null);
  });

/** False: it didn't exist. */
export async function deleteView(id: string): Promise<boolean> {
  const { count } = await askPrisma((db) => db.savedView.deleteMany({ where: { id } }));
  return count > 0;
}

/** A person's views have different names. */
async function named<T>(save: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await save();
  } catch (error) {
    if ((error as { code?: unknown }).code !== UNIQUE) throw error;
    return invalid({ path: "name", code: "view-name-taken" });
  }
}

const UNIQUE = "23505";

const VIEW = {
  id: true,
  name: true,
  address: true,
  shared: true,
  version: true,
  createdAt: true,
  updatedAt: true,
  person: { select: { id: true, name: true } },
} satisfies Prisma.SavedViewSelect;

type ViewRow = Prisma.SavedViewGetPayload<{ select: typeof VIEW }>;

const viewOf = ({ person, createdAt, updatedAt, ...view }: ViewRow): SavedView => ({
  ...view,
  owner: person,
  createdAt: instantColumn(createdAt),
  updatedAt: instantColumn(updatedAt),
});
