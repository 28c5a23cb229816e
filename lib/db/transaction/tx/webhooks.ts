// Webhooks: rows that no event contains. Making and removing one are events of the person's account.
import type { EntityType } from "@/lib/domain/base/audit";
import type { Transaction } from "../../connection";
import { findMoment } from "../../sql/moment";

export interface NewWebhook {
  id: string;
  personId: string;
  name: string;
  url: string;
  types: readonly EntityType[];
  /** Encrypted. */
  secret: string;
}

export const webhooksIn = ({ db, client }: Transaction) => ({
  countOf: (personId: string): Promise<number> => db.webhook.count({ where: { personId, removedAt: null } }),
  /** It receives entries from now on. */
  make: async ({ types, ...given }: NewWebhook): Promise<void> => {
    const { now } = await findMoment(db);
    const { rows } = await client.query<{ seq: string }>("SELECT seq FROM audit.head");
    const position = BigInt(rows[0]?.seq ?? 0);
    const data = { ...given, types: [...types], position, nextAt: now, madeAt: now };
    await db.webhook.create({ data, select: { id: true } });
  },
  /** With its secret. */
  remove: async (id: string): Promise<void> => {
    const { now: removedAt } = await findMoment(db);
    await db.webhook.updateMany({ where: { id }, data: { removedAt, secret: "" } });
  },
});
