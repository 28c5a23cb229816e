// The highlights of a briefing.
import type { Cited, NextStep } from "@/lib/domain/unresolved/briefing";
import type { Day } from "@/lib/domain/base/day";
import { EVIDENCE_KINDS } from "@/lib/domain/pledge/evidence";
import { OPEN_STAGES, STAGES } from "@/lib/domain/pledge/stages";
import type { UnresolvedRow } from "@/lib/domain/unresolved/summary";
import { holdingOn } from "@/lib/domain/unresolved/unresolved";
import type { ForemostQuery } from "@/lib/domain/history/snapshot-briefing";
import { ask } from "../../sql/ask";
import { anyOf, all, sql } from "../../sql/sql";
import { promisedBy } from "../pledges/pledge-list";

/** Items of pledges; missing positions have their own figure. */
export async function findForemost(query: ForemostQuery, today: Day): Promise<UnresolvedRow[]> {
  const order =
    query.by === "oldest"
      ? sql`i.since, i.reference, i.code`
      : sql`array_position(${STAGES}::text[], p.stage) DESC, i.since, i.reference, i.code`;
  const rows = await ask<Omit<UnresolvedRow, "params"> & UnresolvedRow["params"]>(sql`
    SELECT i.code, i.class, i.since::text, i.causes, i.participant, i.priority, i.reference, i.owner,
           p.title, p.stage, p.handling, p.next_action AS "nextAction", p.next_action_due_on::text AS "nextActionDueOn"
      FROM unresolved_item_now i JOIN pledge p ON p.id = i.pledge_id
     WHERE ${all([sql`i.since <= ${today} AND i.until > ${today}`, anyOf(sql`i.class`, query.class), anyOf(sql`i.participant`, query.participant)])}
     ORDER BY ${order} LIMIT ${query.limit}`);
  return rows.map(({ causes, ...row }) => {
    const item: UnresolvedRow = { ...row, params: { causes } };
    const [held] = holdingOn([item], today);
    return held ? { ...item, ...held } : item;
  });
}

/** Next steps on open pledges, overdue first. */
export const findNextSteps = (participant: readonly string[], limit: number): Promise<NextStep[]> =>
  ask<NextStep>(sql`
    SELECT p.reference, p.participant, p.title, p.next_action AS action, p.next_action_due_on::text AS "dueOn", p.owner
      FROM pledge p
     WHERE ${all([
       sql`p.voided_at IS NULL AND p.next_action IS NOT NULL AND p.next_action_due_on IS NOT NULL`,
       anyOf(sql`p.stage`, OPEN_STAGES),
       promisedBy(participant),
     ])}
     ORDER BY p.next_action_due_on, p.reference LIMIT ${limit}`);

export const findCited = (references: readonly string[]): Promise<(Cited & { reference: string })[]> =>
  ask<Cited & { reference: string }>(sql`
    SELECT DISTINCT ON (p.reference) p.reference, e.kind, s.id AS source, s.publisher,
           s.published_on::text AS "publishedOn", e.reliability, e.credibility
      FROM pledge p JOIN evidence e ON e.pledge_id = p.id JOIN source s ON s.id = e.source_id
     WHERE p.reference = ANY(${references}::text[]) AND e.supports AND e.retracted_at IS NULL
     ORDER BY p.reference, array_position(${EVIDENCE_KINDS}::text[], e.kind) DESC, s.published_on DESC NULLS LAST, e.position`);
