// The numbers that commitments on record stand for.
import { createHash } from "node:crypto";
import { commitmentText, type SealedNumber, type SealedNumbers } from "@/lib/domain/pledge/sealed";
import type { Queryable } from "../connection";

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

/** Participants for which a number was ever given in confidence, even if only proposed. */
export async function selectConfidential(q: Queryable): Promise<string[]> {
  const { rows } = await q.query<{ participant: string }>(
    "SELECT DISTINCT p.participant FROM sealed_quantity s JOIN pledge p ON p.id = s.pledge_id ORDER BY 1",
  );
  return rows.map(({ participant }) => participant);
}
