import {
  FINDING_STATES,
  type Finding,
  type FindingState,
  type FindingFilter,
} from "@/lib/domain/oversight/finding";
import type { KnownFinding } from "@/lib/domain/oversight/finding-details";
import { COUNTED_TO } from "@/lib/domain/base/listing";
import { meantBy, type RecordKey } from "@/lib/domain/oversight/record-key";
import { LOGGED, PREVIOUS, type LoggedEvent } from "../../log/history";
import { askPrisma } from "../../prisma";
import * as records from "../../records/finding";
import { findingOf } from "../../records/finding";
import { RECORDS, type JsonOf } from "../../statements/record-json";
import { ask } from "../../sql/ask";
import { wordsOf } from "../pledges/pledge-list";
import { all, anyOf, raw, sql, type Sql } from "../../sql/sql";

/** By reference or id. */
export const findFinding = (name: string): Promise<Finding | null> =>
  askPrisma((db) => records.selectFinding(db, name));

/** A page, newest first; one more than the limit, if another page follows. */
export function findFindings(filter: FindingFilter): Promise<KnownFinding[]> {
  const [number] = filter.after ?? [];
  return found(
    all([matching(filter), number === undefined ? null : sql`r.number < ${number}::int`]),
    filter.limit + 1,
  );
}

export async function countFindings(filter: FindingFilter): Promise<number> {
  const [row] = await ask<{ n: number }>(sql`
    SELECT count(*)::int AS n FROM (SELECT FROM finding r WHERE ${matching(filter)} LIMIT ${COUNTED_TO + 1}) counted`);
  return row?.n ?? 0;
}

/** Those not closed, newest first. */
export const findUnclosedOn = ({ kind, key }: RecordKey, limit: number): Promise<KnownFinding[]> =>
  found(sql`r.about_kind = ${kind} AND r.about_key = ${key} AND r.state <> 'CLOSED'`, limit);

export async function countStates(): Promise<Record<FindingState, number>> {
  const rows = await ask<{ state: FindingState; n: number }>(sql`
    SELECT state, count(*)::int AS n FROM finding GROUP BY state`);
  const counts = new Map(rows.map(({ state, n }) => [state, n]));
  return Object.fromEntries(FINDING_STATES.map((state) => [state, counts.get(state) ?? 0])) as Record<
    FindingState,
    number
  >;
}

/** Its events, oldest first. */
export function findFindingEvents({ id }: Pick<Finding, "id">): Promise<LoggedEvent[]> {
  return ask<LoggedEvent>(sql`
    SELECT ${LOGGED}
      FROM audit.event e
      ${PREVIOUS}
     WHERE e.entity_type = 'finding' AND e.entity_id = ${id}
     ORDER BY e.seq`);
}

const found = (which: Sql, limit: number): Promise<KnownFinding[]> =>
  ask<Omit<KnownFinding, "finding"> & { finding: JsonOf["finding"] }>(sql`
    SELECT ${raw(RECORDS.finding.json)} AS finding,
           json_build_object('name', first.actor_name, 'role', first.actor_role) AS by,
           json_build_object('by', json_build_object('name', last.actor_name, 'role', last.actor_role),
                             'at', audit.instant(last.at)) AS last
      FROM finding r
      JOIN audit.event first ON first.entity_type = 'finding' AND first.entity_id = r.id::text AND first.entity_version = 1
      JOIN audit.event last ON last.entity_type = 'finding' AND last.entity_id = r.id::text AND last.entity_version = r.version
     WHERE ${which} ORDER BY r.number DESC LIMIT ${limit}`).then((rows) =>
    rows.map(({ finding, ...known }) => ({ finding: findingOf(finding), ...known })),
  );

/** The text of the finding and its entries, with the references of the finding and its record. */
const SEARCHED = sql`lower(concat_ws(' ', r.reference, r.about_key, r.text,
  (SELECT string_agg(one->>'text', ' ') FROM jsonb_array_elements(r.entries) one)))`;

/** All meanings of one text have the same key. */
const anyOfNames = (names: readonly RecordKey[]): Sql =>
  all([
    sql`r.about_key = ${names[0]?.key ?? ""}`,
    anyOf(
      sql`r.about_kind`,
      names.map(({ kind }) => kind),
    ),
  ]);

const matching = ({ state, about, q }: FindingFilter): Sql =>
  all([
    anyOf(sql`r.state`, state),
    about === null ? null : anyOfNames(meantBy(about)),
    ...wordsOf(q).map((word) => sql`${SEARCHED} LIKE lower(${word})`),
  ]);
