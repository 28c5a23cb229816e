import { recipientsAmong, type Delivery } from "@/lib/domain/delivery";
import { isId } from "@/lib/domain/id";
import type { Pledge } from "@/lib/domain/pledge";
import { pool } from "../client";
import { DELIVERIES_IN_ORDER } from "../records/delivery";
import { selectRecord, selectRecords } from "../records/select";

/** The delivery reports of each of these pledges, by its reference, in the order of their days. */
export async function findDeliveries(
  pledges: readonly Pick<Pledge, "id" | "reference">[],
): Promise<Map<string, Delivery[]>> {
  const found = await selectRecords(
    pool(),
    "delivery",
    "r.pledge_id = ANY ($1::uuid[])",
    [pledges.map(({ id }) => id)],
    DELIVERIES_IN_ORDER,
  );
  return new Map(
    pledges.map(({ reference }) => [reference, found.filter(({ pledge }) => pledge === reference)]),
  );
}

export const findDelivery = async (id: string): Promise<Delivery | null> =>
  isId(id) ? selectRecord(pool(), "delivery", "r.id = $1", [id]) : null;

/** Codes of the participants that receive. */
export const findRecipients = async (): Promise<string[]> =>
  recipientsAmong(
    await selectRecords(pool(), "participant", "r.role = 'BENEFICIARY'", [], "ORDER BY r.code"),
  );
