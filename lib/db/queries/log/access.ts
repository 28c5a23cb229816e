import type { AccessEntry, AccessFilter } from "@/lib/domain/log/access";
import { COUNTED_TO } from "@/lib/domain/base/listing";
import { ask } from "../../sql/ask";
import { all, anyOf, sql, type Sql } from "../../sql/sql";

/** A page, newest first; one more than the limit, if another page follows. */
export async function findAccess(filter: AccessFilter): Promise<AccessEntry[]> {
  const [seq] = filter.after ?? [];
  const rows = await ask<Row>(sql`
    SELECT a.seq::float8 AS seq, audit.instant(a.at) AS at, audit.instant(a.recorded_at) AS "recordedAt", a.kind, a.code,
           a.person_id AS "personId", a.person_name AS "personName", a.person_role AS "personRole", p.email,
           a.account, a.session, a.request, a.address, a.method, a.path, a.count,
           audit.instant(a.since + (a.at - a.recorded_at)) AS since
      FROM audit.access a LEFT JOIN person p ON p.id::text = a.person_id
     WHERE ${all([matching(filter), seq === undefined ? null : sql`a.seq < ${seq}::bigint`])}
     ORDER BY a.seq DESC LIMIT ${filter.limit + 1}`);
  return rows.map(({ personId, personName, personRole, email, ...entry }) => ({
    ...entry,
    person:
      personId === null || personName === null || personRole === null
        ? null
        : { id: personId, email, name: personName, role: personRole },
  }));
}

export async function countAccess(filter: AccessFilter): Promise<number> {
  const [row] = await ask<{ n: number }>(sql`
    SELECT count(*)::int AS n FROM (SELECT FROM audit.access a WHERE ${matching(filter)} LIMIT ${COUNTED_TO + 1}) counted`);
  return row?.n ?? 0;
}

interface Row extends Omit<AccessEntry, "person"> {
  personId: string | null;
  personName: string | null;
  personRole: NonNullable<AccessEntry["person"]>["role"] | null;
  email: string | null;
}

function matching({ kind, person, address, from, to }: AccessFilter): Sql {
  return all([
    anyOf(sql`a.kind`, kind),
    person === null ? null : sql`a.person_id = (SELECT id::text FROM person WHERE email = ${person})`,
    address === null ? null : sql`a.address = ${address}`,
    from === null ? null : sql`a.at >= ${startOf(sql`${from}::date`)}`,
    to === null ? null : sql`a.at < ${startOf(sql`${to}::date + 1`)}`,
  ]);
}

/** The start of a day in the register's time zone. */
const startOf = (day: Sql): Sql => sql`timezone((SELECT time_zone FROM register), (${day})::timestamp)`;
