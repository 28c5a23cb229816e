// Views that people keep. Technical, like drafts: no event tells of them, and they may be taken away.
import "server-only";
import { invalid } from "@/lib/domain/refusal";
import { ok, type Result } from "@/lib/domain/result";
import { MOST_VIEWS, type SavedView } from "@/lib/domain/saved-view";
import { inTransaction } from "./client";
import { onceIn } from "./idempotency";
import { ask } from "./read/ask";
import { raw, sql } from "./read/sql";

/** One's own, and what others share; by name. `page`: of that one alone. */
export async function findViews(personId: string, page: string | null): Promise<SavedView[]> {
  const ofPage = page === null ? sql`true` : sql`split_part(v.address, '?', 1) = ${page}`;
  const rows = await ask<ViewRow>(sql`
    SELECT ${raw(COLUMNS)} FROM saved_view v JOIN person p ON p.id = v.person_id
     WHERE (v.person_id = ${personId}::uuid OR v.shared) AND ${ofPage}
     ORDER BY v.person_id <> ${personId}::uuid, lower(v.name), v.id LIMIT ${MOST_READ}`);
  return rows.map(viewOf);
}

export async function findView(id: string): Promise<SavedView | null> {
  const [row] = await ask<ViewRow>(sql`
    SELECT ${raw(COLUMNS)} FROM saved_view v JOIN person p ON p.id = v.person_id WHERE v.id = ${id}::uuid`);
  return row ? viewOf(row) : null;
}

export interface NewView {
  id: string;
  owner: { id: string };
  name: string;
  address: string;
  shared: boolean;
}

/** `invalid` where the name is given to another of theirs, or they have as many as anybody may have. */
export function createView({ id, owner, name, address, shared }: NewView): Promise<Result<SavedView>> {
  return inTransaction<Result<SavedView>>(
    async (client) => {
      await client.query("BEGIN");
      await client.query("SELECT pg_advisory_xact_lock(hashtextextended('views ' || $1, 0))", [owner.id]);
      return onceIn(client, async () => {
        const { rows: known } = await client.query<{ n: number; taken: boolean | null }>(
          "SELECT count(*)::int AS n, bool_or(lower(name) = lower($2)) AS taken FROM saved_view WHERE person_id = $1",
          [owner.id, name],
        );
        if (known[0]?.taken) return invalid({ path: "name", code: "view-name-taken" });
        if ((known[0]?.n ?? 0) >= MOST_VIEWS)
          return invalid({ path: "name", code: "too-many-views", params: { max: MOST_VIEWS } });
        const { rows } = await client.query<ViewRow>(
          `WITH v AS (INSERT INTO saved_view VALUES ($1, $2, $3, $4, $5, 1, register_now(), register_now()) RETURNING *)
         SELECT ${COLUMNS} FROM v JOIN person p ON p.id = v.person_id`,
          [id, owner.id, name, address, shared],
        );
        const [row] = rows;
        if (!row) throw new Error("a view was not kept");
        return ok(viewOf(row));
      });
    },
    (result) => (result.ok ? "COMMIT" : "ROLLBACK"),
  );
}

/** Null where it was changed or taken away meanwhile. */
export async function updateView(
  { id, version }: Pick<SavedView, "id" | "version">,
  { name, shared, address }: Pick<SavedView, "name" | "shared" | "address">,
): Promise<Result<SavedView | null>> {
  try {
    const [row] = await ask<ViewRow>(sql`
      WITH v AS (UPDATE saved_view SET name = ${name}, shared = ${shared}, address = ${address},
                         version = version + 1, updated_at = register_now()
                  WHERE id = ${id}::uuid AND version = ${version} RETURNING *)
      SELECT ${raw(COLUMNS)} FROM v JOIN person p ON p.id = v.person_id`);
    return ok(row ? viewOf(row) : null);
  } catch (error) {
    if ((error as { code?: unknown }).code !== UNIQUE) throw error;
    return invalid({ path: "name", code: "view-name-taken" });
  }
}

/** Whether it was there. */
export async function deleteView(id: string): Promise<boolean> {
  const rows = await ask(sql`DELETE FROM saved_view WHERE id = ${id}::uuid RETURNING 1 AS one`);
  return rows.length > 0;
}

const UNIQUE = "23505";

/** More of them nobody reads through. */
const MOST_READ = 1_000;

type ViewRow = Omit<SavedView, "owner"> & { ownerId: string; ownerName: string };

const COLUMNS = `v.id, v.name, v.address, v.shared, v.version, p.id AS "ownerId", p.name AS "ownerName",
  audit.instant(v.created_at) AS "createdAt", audit.instant(v.updated_at) AS "updatedAt"`;

const viewOf = ({ ownerId, ownerName, ...view }: ViewRow): SavedView => ({
  ...view,
  owner: { id: ownerId, name: ownerName },
});
