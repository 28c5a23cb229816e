import type { Approval } from "@/lib/domain/pledge/approval";
import { isId } from "@/lib/domain/base/id";
import type { KnownRuling } from "@/lib/domain/proposals/ruling";
import type { Transaction } from "../../connection";
import { selectApproval, selectApprovals, serving } from "../../records/approval";
import { selectKnownRulings } from "../../records/ruling";
import { lockById, locked } from "../../sql/lock";

export const approvalRows = (q: Transaction) => ({
  lock: async (id: string): Promise<Approval | null> =>
    isId(id) ? locked(q.db, "approval", lockById(id), () => selectApproval(q.db, id)) : null,
  serving: (reference: string): Promise<Approval[]> => selectApprovals(q.db, serving(reference)),
});

export const rulings = ({ db }: Transaction) => ({
  on: (reference: string): Promise<KnownRuling[]> => selectKnownRulings(db, { pledge: { reference } }),
});
