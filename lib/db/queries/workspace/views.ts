import type { SavedView } from "@/lib/domain/people/saved-view";
import { ask } from "../../sql/ask";
import { sql } from "../../sql/sql";

/** The person's own views and those that others share, by name. `page`: of that page only. */
export function findViews(personId: string, page: string | null): Promise<SavedView[]> {
  const ofPage = page === null ? sql`true` : sql`split_part(v.address, '?', 1) = ${page}`;
  return ask<SavedView>(sql`
      SELECT v.id, v.name, v.address, v.shared, v.version, json_build_object('id', p.id, 'name', p.name) AS owner,
             audit.instant(v.created_at) AS "createdAt", audit.instant(v.updated_at) AS "updatedAt"
        FROM saved_view v JOIN person p ON p.id = v.person_id
       WHERE (v.person_id = ${personId}::uuid OR v.shared) AND ${ofPage}
       ORDER BY v.person_id <> ${personId}::uuid, lower(v.name), v.id LIMIT ${MOST_READ}`);
}

/** Nobody reads through more. */
const MOST_READ = 1_000;
