// Sealed numbers against what the log was given in their place: each number kept is the one that was hashed, and each
// hash that the record or the log holds has its number.
import type { SealedNumber } from "@/lib/domain/pledge/sealed";
import type { Queryable } from "../connection";
import { committed } from "../statements/sealed-numbers";

/** The first number that is bad or missing, and what is wrong with it; null when nothing is. No number is told. */
export async function sealedFault(q: Queryable, held: ReadonlySet<string>): Promise<string | null> {
  const missing = new Set(held);
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
      if (!held.has(commitment))
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

/** The hashes that an entry holds in place of numbers. Within a text the quotes would be escaped. */
export function commitmentsHeld(payload: string): string[] {
  return [...payload.matchAll(/"commitment":"([0-9a-f]{64})"/g)].map(([, commitment]) => commitment ?? "");
}
