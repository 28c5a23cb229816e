import type { KnownHandover } from "@/lib/domain/people/handover";
import { handoverOf } from "../../records/handover";
import { RECORDS, type JsonOf } from "../../statements/record-json";
import { ask } from "../../sql/ask";
import { raw, sql } from "../../sql/sql";

export interface HandoverScope {
  personId: string;
  /** `agreed`: those that managers decide on, and the person's own. */
  which: "all" | "agreed" | "own";
  limit: number;
  id?: string;
  /** Only those that wait for someone. */
  isOpen?: boolean;
}

/** Newest first. */
export async function findHandovers({
  personId,
  which,
  limit,
  id,
  isOpen = false,
}: HandoverScope): Promise<KnownHandover[]> {
  const own = sql`(r.from_id = ${personId}::uuid OR r.to_id = ${personId}::uuid)`;
  const whose = { all: sql`true`, agreed: sql`(${own} OR r.entries IS NOT NULL)`, own }[which];
  const rows = await ask<{
    handover: JsonOf["handover"];
    giver: KnownHandover["from"];
    taker: KnownHandover["to"];
    actors: string[];
  }>(sql`
    SELECT ${raw(RECORDS.handover.json)} AS handover,
           json_build_object('name', giver.name, 'email', giver.email) AS giver,
           json_build_object('name', taker.name, 'email', taker.email) AS taker,
           ARRAY(SELECT p.name FROM jsonb_array_elements(r.entries) WITH ORDINALITY AS e (entry, n)
                   JOIN person p ON p.id = (e.entry->>'by')::uuid ORDER BY e.n) AS actors
      FROM handover r JOIN person giver ON giver.id = r.from_id JOIN person taker ON taker.id = r.to_id
     WHERE ${whose} ${id === undefined ? sql`` : sql`AND r.id = ${id}::uuid`}
       ${isOpen ? sql`AND r.state IN ('OFFERED', 'ACCEPTED')` : sql``} ORDER BY r.created_at DESC, r.id LIMIT ${limit}`);
  return rows.map(({ handover, giver, taker, actors }) => ({
    ...handoverOf(handover),
    from: giver,
    to: taker,
    actors,
  }));
}

export interface Taker {
  id: string;
  email: string;
  name: string;
}

/** Officers with active accounts. */
export const findOfficers = (): Promise<Taker[]> =>
  ask(
    sql`SELECT id, email, name FROM person WHERE role = 'OFFICER' AND disabled_at IS NULL ORDER BY name, email`,
  );

/** An owner's pledges in force, by participant. */
export async function countOwned(email: string): Promise<Map<string, number>> {
  const rows = await ask<{ participant: string; n: number }>(sql`
    SELECT participant, count(*)::int AS n FROM pledge WHERE owner = ${email} AND voided_at IS NULL GROUP BY participant`);
  return new Map(rows.map(({ participant, n }) => [participant, n]));
}
