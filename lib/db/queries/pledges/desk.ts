// Pledges that concern a desk: claims of others that wait for its answer, and recent changes.
import type { ChangedPledge } from "@/lib/domain/details/desk-today";
import type { DeskClaim } from "@/lib/domain/details/desk-claim";
import type { Instant } from "@/lib/domain/base/day";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import { LINK_FIELDS, type PledgeLinks } from "@/lib/domain/pledge/link";
import { ask } from "../../sql/ask";
import { instantSql } from "../../sql/instant-sql";
import { raw, sql } from "../../sql/sql";

/** Unanswered claims of other desks about these participants and their lines, by reference. */
export async function findClaims(participants: readonly string[], limit: number): Promise<DeskClaim[]> {
  const found = await Promise.all([ofPledges(participants, limit), ofLines(participants, limit)]);
  return found.flat();
}

async function ofPledges(participants: readonly string[], limit: number): Promise<DeskClaim[]> {
  const rows = await ask<Pick<Pledge, "reference" | "participant" | "title"> & PledgeLinks>(sql`
    SELECT reference, participant, title, joint_with AS "jointWith", on_behalf_of AS "onBehalfOf" FROM pledge
     WHERE shown_to <> '{}' AND shown_to && ${participants}::text[] AND voided_at IS NULL
       AND (joint_with || on_behalf_of) @> '[{"state": "CLAIMED"}]'
     ORDER BY participant, priority, number LIMIT ${limit}`);
  return rows.flatMap(({ reference, participant, title, ...links }) =>
    LINK_FIELDS.flatMap((field) =>
      links[field]
        .filter((link) => link.state === "CLAIMED" && participants.includes(link.participant))
        .map((link) => ({ reference, participant, title, field, linked: link.participant, by: link.by })),
    ),
  );
}

async function ofLines(participants: readonly string[], limit: number): Promise<DeskClaim[]> {
  const rows = await ask<Omit<DeskClaim, "field">>(sql`
    SELECT p.reference, p.participant, p.title, split_part(c.same_as->>'pledge', '-', 1) AS linked, c.same_as->>'by' AS by
      FROM contribution c JOIN pledge p ON p.id = c.pledge_id
     WHERE split_part(c.same_as->>'pledge', '-', 1) = ANY(${participants}::text[]) AND c.same_as->>'state' = 'CLAIMED'
       AND c.removed_in IS NULL AND p.voided_at IS NULL
     ORDER BY p.participant, p.priority, p.number, c.position LIMIT ${limit}`);
  return rows.map((row) => ({ ...row, field: "sameAs" }));
}

/**
 * Pledges whose last change since then is by someone else, latest first; one more than the limit, if there
 * are more.
 */
export const findChangedByOthers = (
  participants: readonly string[],
  { since, than, limit }: { since: Instant; than: string; limit: number },
): Promise<ChangedPledge[]> =>
  ask<ChangedPledge>(sql`
    SELECT p.reference, p.participant, p.title, p.handling, e.action, e.actor_name AS by, ${raw(instantSql("e.at"))} AS at
      FROM pledge p
      JOIN audit.event e ON e.entity_type = 'pledge' AND e.entity_id = p.id::text AND e.entity_version = p.version
     WHERE p.participant = ANY(${participants}::text[]) AND p.updated_at >= ${since}::timestamptz AND e.actor_id <> ${than}
     ORDER BY p.updated_at DESC, p.participant, p.priority, p.number LIMIT ${limit + 1}`);

/** Each pledge's version, and the document of its newest evidence for it, by reference. */
export async function findDocumentsOf(
  references: readonly string[],
): Promise<Map<string, { version: number; source: string | null; title: string | null }>> {
  const rows = await ask<{
    reference: string;
    version: number;
    source: string | null;
    title: string | null;
  }>(sql`
    SELECT p.reference, p.version, newest.source, newest.title
      FROM pledge p
      LEFT JOIN LATERAL (
        SELECT s.id AS source, coalesce(s.title, s.publisher) AS title FROM evidence e JOIN source s ON s.id = e.source_id
         WHERE e.pledge_id = p.id AND e.retracted_at IS NULL AND e.supports ORDER BY e.recorded_at DESC, e.id LIMIT 1
      ) newest ON true
     WHERE p.reference = ANY(${references}::text[])`);
  return new Map(rows.map(({ reference, ...document }) => [reference, document]));
}
