// What people call the things that a notice names by their keys alone, as they are called today.
import "server-only";
import type { Participant } from "@/lib/domain/participant";
import { ask } from "../read/ask";
import { sql } from "../read/sql";

export type Called = Pick<Participant, "code" | "names">;

/** Participants by their codes. */
export async function findCalled(codes: readonly string[]): Promise<Map<string, Called>> {
  if (codes.length === 0) return new Map();
  const rows = await ask<Called>(sql`
    SELECT code, names FROM participant WHERE code = ANY(${[...new Set(codes)]}::text[])`);
  return new Map(rows.map((row) => [row.code, row]));
}

export interface TitledPledge {
  reference: string;
  title: string;
  isForCoalition: boolean;
}

/** Pledges by their references. */
export async function findTitled(references: readonly string[]): Promise<Map<string, TitledPledge>> {
  if (references.length === 0) return new Map();
  const rows = await ask<TitledPledge>(sql`
    SELECT reference, title, handling = 'COALITION' AS "isForCoalition"
      FROM pledge WHERE reference = ANY(${[...new Set(references)]}::text[])`);
  return new Map(rows.map((row) => [row.reference, row]));
}
