import type { Approval } from "@/lib/domain/pledge/approval";
import { isId } from "@/lib/domain/base/id";
import type { KnownRuling } from "@/lib/domain/proposals/ruling";
import type { Transaction } from "../connection";
import { findApproval, findApprovals, serving } from "../records/approval";
import { findKnownRulings } from "../records/ruling";
import { byId, locked } from "./lock";

export const approvals = ({ db }: Transaction) => ({
  lock: async (id: string): Promise<Approval | null> =>
    isId(id) ? locked(db, "approval", byId(id), () => findApproval(db, id)) : null,
  /** Of the pledge with this reference. */
  serving: (reference: string): Promise<Approval[]> => findApprovals(db, serving(reference)),
});

export const rulings = ({ db }: Transaction) => ({
  on: (reference: string): Promise<KnownRuling[]> => findKnownRulings(db, { pledge: { reference } }),
});
