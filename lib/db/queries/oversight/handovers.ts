import type { KnownHandover } from "@/lib/domain/people/handover";
import { handoverOf } from "../../records/handover";
import { RECORDS, type JsonOf } from "../../statements/record-json";
import { ask } from "../../sql/ask";
import { raw, sql } from "../../sql/sql";

/** Newest first; of one person, or of all. */
export async function findHandovers(personId: string | null, limit: number): Promise<KnownHandover[]> {
  const whose =
    personId === null ? sql`true` : sql`(r.from_id = ${personId}::uuid OR r.to_id = ${personId}::uuid)`;
  const rows = await ask<{
    handover: JsonOf["handover"];
    giver: KnownHandover["from"];
    taker: KnownHandover["to"];
  }>(sql`
    SELECT ${raw(RECORDS.handover.json)} AS handover,
           json_build_object('name', giver.name, 'email', giver.email) AS giver,
           json_build_object('name', taker.name, 'email', taker.email) AS taker
      FROM handover r JOIN person giver ON giver.id = r.from_id JOIN person taker ON taker.id = r.to_id
     WHERE ${whose} ORDER BY r.created_at DESC, r.id LIMIT ${limit}`);
  return rows.map(({ handover, giver, taker }) => ({ ...handoverOf(handover), from: giver, to: taker }));
}

export interface Taker {
  email: string;
  name: string;
}

/** Officers with active accounts. */
export const findOfficers = (): Promise<Taker[]> =>
  ask(
    sql`SELECT email, name FROM person WHERE role = 'OFFICER' AND disabled_at IS NULL ORDER BY name, email`,
  );

/** An owner's pledges in force, by participant. */
export async function countOwned(email: string): Promise<Map<string, number>> {
  const rows = await ask<{ participant: string; n: number }>(sql`
    SELECT participant, count(*)::int AS n FROM pledge WHERE owner = ${email} AND voided_at IS NULL GROUP BY participant`);
  return new Map(rows.map(({ participant, n }) => [participant, n]));
}
