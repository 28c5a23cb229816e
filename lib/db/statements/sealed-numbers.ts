// The numbers that commitments on record stand for.
import { createHash } from "node:crypto";
import { commitmentText, type SealedNumber, type SealedNumbers } from "@/lib/domain/pledge/sealed";
import type { Queryable } from "../connection";
import { sentTogether } from "../sql/sent-together";

export async function selectSealed(q: Queryable, commitments: readonly string[]): Promise<SealedNumbers> {
  if (commitments.length === 0) return new Map();
  const { rows } = await q.query<SealedNumber & { commitment: string }>(
    "SELECT commitment, min::float8 AS min, max::float8 AS max, unit FROM sealed_quantity WHERE commitment = ANY ($1)",
    [[...new Set(commitments)]],
  );
  return new Map(rows.map(({ commitment, ...number }) => [commitment, number]));
}

export const committed = (contribution: string, number: SealedNumber, salt: string): string =>
  createHash("sha256")
    .update(commitmentText(contribution, number, salt), "utf8")
    .digest("hex");

/**
 * Participants for which a number was ever given in confidence, even if only proposed. Until the end of the
 * transaction no other becomes one of them. Lock order: accounts, pledges, cells, then this.
 */
export async function lockConfidential(q: Queryable): Promise<string[]> {
  const [, { rows }] = await sentTogether([
    q.query(`SELECT pg_advisory_xact_lock_shared(${THE_CONFIDENTIAL})`),
    q.query<{ participant: string }>(
      "SELECT DISTINCT p.participant FROM sealed_quantity s JOIN pledge p ON p.id = s.pledge_id ORDER BY 1",
    ),
  ]);
  return rows.map(({ participant }) => participant);
}

/**
 * Before a number is stored: the first of a participant gives its desk power, so it waits for the changes of accounts
 * that were judged without it.
 */
export const awaitLockOfFirst = (q: Queryable, participant: string): Promise<unknown> =>
  q.query(
    `SELECT pg_advisory_xact_lock(${THE_CONFIDENTIAL})
      WHERE NOT EXISTS (SELECT FROM sealed_quantity s JOIN pledge p ON p.id = s.pledge_id WHERE p.participant = $1)`,
    [participant],
  );

const THE_CONFIDENTIAL = "hashtextextended('the confidential participants', 0)";
