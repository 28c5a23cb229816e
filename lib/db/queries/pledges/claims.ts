import type { DeskClaim } from "@/lib/domain/details/desk-claim";
import { LINK_FIELDS, type PledgeLinks } from "@/lib/domain/pledge/link";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import { ask } from "../../sql/ask";
import { sql } from "../../sql/sql";

/** What other desks claim of these participants and nobody has answered, by reference. */
export async function findClaims(participants: readonly string[], limit: number): Promise<DeskClaim[]> {
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
