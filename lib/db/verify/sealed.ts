// Checks sealed numbers against their commitments. Each stored number must match its hash, and each hash in the records
// or the log must have its number.
import type { SealedNumber } from "@/lib/domain/pledge/sealed";
import type { Queryable } from "../connection";
import { committed } from "../statements/sealed-numbers";

/** The first invalid or missing number, with the fault; null: none. The number itself is never shown. */
export async function sealedFault(q: Queryable, commitments: ReadonlySet<string>): Promise<string | null> {
  const missing = new Set(commitments);
  let after = "";
  for (;;) {
    const { rows } = await q.query<Row>(
      `SELECT s.commitment, s.contribution_id AS contribution, s.min::float8 AS min, s.max::float8 AS max, s.unit, s.salt, p.reference
         FROM sealed_quantity s JOIN pledge p ON p.id = s.pledge_id
        WHERE s.commitment > $1 ORDER BY s.commitment LIMIT ${BATCH}`,
      [after],
    );
    for (const { commitment, contribution, salt, reference, ...number } of rows) {
      if (committed(contribution, number, salt) !== commitment)
        return `pledge ${reference}: a sealed number isn't the one that the log was given a hash of`;
      if (!commitments.has(commitment))
        return `pledge ${reference}: a sealed number is there that no entry speaks of`;
      missing.delete(commitment);
      after = commitment;
    }
    if (rows.length < BATCH) break;
  }
  const [gone] = missing;
  return gone === undefined ? null : `a sealed number is gone, though the log holds its hash ${gone}`;
}

const BATCH = 2000;

interface Row extends SealedNumber {
  commitment: string;
  contribution: string;
  salt: string;
  reference: string;
}

/** An entry's commitments. Inside a text the quotes would be escaped. */
export function commitmentsOfEntry(payload: string): string[] {
  return [...payload.matchAll(/"commitment":"([0-9a-f]{64})"/g)].map(([, commitment]) => commitment ?? "");
}
