import type { Role } from "@/lib/domain/actor";
import { COUNTED_TO, type Paged } from "@/lib/domain/listing";
import type { KnownPerson } from "@/lib/domain/person";
import { ask } from "./ask";
import { sql, type Sql } from "./sql";

export function findPeople({ after, limit }: Paged): Promise<KnownPerson[]> {
  return known(
    sql`${after === null ? sql`true` : sql`p.email > ${after[0]}`} ORDER BY p.email LIMIT ${limit + 1}`,
  );
}

export async function countPeople(): Promise<number> {
  const [row] = await ask<{ n: number }>(
    sql`SELECT count(*)::int AS n FROM (SELECT FROM person LIMIT ${COUNTED_TO + 1}) counted`,
  );
  return row?.n ?? 0;
}

export async function findPerson(id: string): Promise<KnownPerson | null> {
  const [person] = await known(sql`p.id = ${id}::uuid`);
  return person ?? null;
}

/** Who may own a pledge: accounts in use that keep records. */
export function findOwners(roles: readonly Role[]): Promise<{ email: string; name: string }[]> {
  return ask(
    sql`SELECT email, name FROM person WHERE role = ANY(${roles}::text[]) AND disabled_at IS NULL ORDER BY name, email`,
  );
}

async function known(where: Sql): Promise<KnownPerson[]> {
  const rows = await ask<Row>(sql`
    SELECT p.id, p.email, p.name, p.role, p.desk, p.disabled_at AS "disabledAt", p.version,
           p.created_at AS "createdAt", p.updated_at AS "updatedAt", c.person_id IS NOT NULL AS "hasPassword",
           (SELECT max(s.created_at) + (register_now() - date_trunc('milliseconds', now())) FROM session s WHERE s.person_id = p.id) AS "lastSignedInAt"
      FROM person p LEFT JOIN credential c ON c.person_id = p.id
     WHERE ${where}`);
  return rows.map((row) => ({
    ...row,
    disabledAt: row.disabledAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    lastSignedInAt: row.lastSignedInAt?.toISOString() ?? null,
  }));
}

interface Row {
  id: string;
  email: string;
  name: string;
  role: Role;
  desk: string[];
  disabledAt: Date | null;
  version: number;
  createdAt: Date;
  updatedAt: Date;
  hasPassword: boolean;
  lastSignedInAt: Date | null;
}
