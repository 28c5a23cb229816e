import type { KnownLine } from "@/lib/domain/requirements/same-line";
import type { Transaction } from "../../connection";
import { contributionOf } from "../../records/pledge-lines";

export const linesIn = (q: Transaction) => ({
  /** Of a pledge that wasn't voided; not locked. */
  find: async (id: string): Promise<KnownLine | null> => {
    const where = { id, removedIn: null, pledge: { voidedAt: null } };
    const row = await q.db.contribution.findFirst({
      where,
      include: { pledge: { select: { reference: true } } },
    });
    return row && { pledge: row.pledge.reference, contribution: row.id, line: contributionOf(row) };
  },
});
