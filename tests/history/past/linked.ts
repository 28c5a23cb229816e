// Moves about who else promises a pledge, and which lines are one unit: claimed, confirmed at once, answered.
import type { Chance } from "@/bench/data/chance";
import { pool } from "@/lib/db/client";
import type { Result } from "@/lib/domain/base/result";
import { changePledge } from "@/lib/pledges/pledges/commands";
import { answerLink } from "@/lib/pledges/pledges/links";
import { loadPledge } from "@/lib/pledges/pledges/queries";
import { pledgeChanges } from "@/lib/pledges/pledges/schema";
import { LATER, type StaffedRegister } from "../../support/registers/staffed-register";

type LinkedMove = (register: StaffedRegister, by: Chance) => Promise<Result<unknown> | null>;

const rowsOf = async <Row>(text: string): Promise<Row[]> => (await pool().query(text)).rows as Row[];

/** An officer's link to another desk is a claim; a manager's is confirmed at once. */
export const links: LinkedMove = async ({ officer, manager }, by) => {
  const pledges = await rowsOf<{ reference: string; version: number; participant: string }>(
    "SELECT reference, version, participant FROM pledge WHERE voided_at IS NULL AND participant IN ('FR', 'DE') ORDER BY 1",
  );
  if (pledges.length === 0) return null;
  const { reference, version, participant } = by.of(pledges);
  const others = ["FR", "DE", "SE", "US"].filter((code) => code !== participant);
  const [joint, behalf] = [by.of(others), by.of(others)];
  const changes = by.odds(0.2)
    ? { jointWith: [], onBehalfOf: [] }
    : { jointWith: [joint], onBehalfOf: behalf === joint ? [] : [behalf] };
  return changePledge(
    by.odds(0.7) ? officer : manager,
    { reference, ifMatch: version, reason: "As it said", changes: pledgeChanges.parse(changes) },
    LATER,
  );
};

interface FoundLine {
  id: string;
  reference: string;
  version: number;
  own: boolean;
}

export const equates: LinkedMove = async ({ officer, manager }, by) => {
  const lines = await rowsOf<FoundLine>(
    `SELECT c.id, p.reference, p.version, p.participant IN ('FR', 'DE') AS own
       FROM contribution c JOIN pledge p ON p.id = c.pledge_id
      WHERE c.removed_in IS NULL AND p.voided_at IS NULL ORDER BY p.reference, c.position`,
  );
  const own = lines.filter((line) => line.own);
  if (own.length === 0) return null;
  const line = by.of(own);
  const sheet = await loadPledge(officer, line.reference, LATER);
  if (!sheet.ok) return null;
  const said = by.odds(0.25) ? null : by.of(lines).id;
  const contributions = sheet.value.contributions.map((one) =>
    one.id === line.id ? { ...one, sameAs: said } : one,
  );
  const changes = pledgeChanges.parse({ contributions });
  const held = { reference: line.reference, ifMatch: line.version, reason: "As it said" };
  return changePledge(by.odds(0.6) ? officer : manager, { ...held, changes }, LATER);
};

export const answers: LinkedMove = async ({ manager, manager2 }, by) => {
  const claims = await rowsOf<{ reference: string; participant: string | null; contribution: string | null }>(
    `SELECT p.reference, l->>'participant' AS participant, NULL AS contribution
       FROM pledge p, jsonb_array_elements(p.joint_with || p.on_behalf_of) l
      WHERE p.voided_at IS NULL AND l->>'state' = 'CLAIMED'
     UNION ALL
     SELECT p.reference, NULL, c.id::text FROM contribution c JOIN pledge p ON p.id = c.pledge_id
      WHERE c.removed_in IS NULL AND p.voided_at IS NULL AND c.same_as->>'state' = 'CLAIMED' ORDER BY 1, 2, 3`,
  );
  if (claims.length === 0) return null;
  const { reference, participant, contribution } = by.of(claims);
  const about = participant === null ? { contribution: contribution ?? "" } : { participant };
  const answer = by.odds(0.75)
    ? { does: "confirm" as const, reason: null }
    : { does: "decline" as const, reason: "Not so." };
  return answerLink(by.of([manager, manager2]), { reference, ifMatch: null, ...about, ...answer }, LATER);
};
