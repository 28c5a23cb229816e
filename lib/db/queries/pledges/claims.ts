import type { DeskClaim } from "@/lib/domain/details/desk-claim";
import { LINK_FIELDS, type PledgeLinks } from "@/lib/domain/pledge/link";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import { ask } from "../../sql/ask";
import { sql } from "../../sql/sql";

/** What other desks claim of these participants and their lines, and nobody has answered, by reference. */
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
