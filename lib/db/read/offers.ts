import type { OfferOn } from "@/lib/domain/offer";
import type { Pledge } from "@/lib/domain/pledge";
import { OFFERS_ON } from "../records/requirement";
import { pool } from "../client";

/** Offers of each of these pledges that stand, on requirements that aren't closed; by its reference. */
export async function findOffersOn(
  pledges: readonly Pick<Pledge, "id" | "reference">[],
): Promise<Map<string, OfferOn[]>> {
  if (pledges.length === 0) return new Map();
  const { rows } = await pool().query<{ reference: string; offers: OfferOn[] }>(
    `SELECT x.reference, (${OFFERS_ON} x.id) AS offers FROM pledge x
      WHERE x.id = ANY ($1::uuid[]) AND EXISTS (SELECT FROM offer o WHERE o.pledge_id = x.id)`,
    [pledges.map(({ id }) => id)],
  );
  return new Map(rows.map(({ reference, offers }) => [reference, offers]));
}
