import type { Pledge } from "@/lib/domain/pledge";
import type { Ruling } from "@/lib/domain/ruling";
import { pool } from "../client";
import { selectRecords } from "../records/select";

/** The rulings on each of these pledges, by its reference, oldest first. */
export async function findRulings(
  pledges: readonly Pick<Pledge, "id" | "reference">[],
): Promise<Map<string, Ruling[]>> {
  const found = await selectRecords(
    pool(),
    "ruling",
    "r.pledge_id = ANY ($1::uuid[])",
    [pledges.map(({ id }) => id)],
    "ORDER BY r.created_at, r.id",
  );
  return new Map(
    pledges.map(({ reference }) => [reference, found.filter(({ pledge }) => pledge === reference)]),
  );
}
