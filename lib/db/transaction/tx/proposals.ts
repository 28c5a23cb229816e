import { isId } from "@/lib/domain/base/id";
import type { KnownProposal, Proposal } from "@/lib/domain/proposals/proposal";
import type { Transaction } from "../../connection";
import { Prisma } from "../../generated/client";
import { selectKnownProposals, selectProposalRecords } from "../../records/proposal";
import { fieldsChangedBy } from "../../log/changed-by";
import { lockById, lock, locked } from "../../sql/lock";

export const proposals = (q: Transaction) => ({
  /** Its content never changes; its status is current only once it is locked. */
  find: async (id: string): Promise<Proposal | null> => (isId(id) ? findProposal(q, id) : null),
  lock: async (id: string): Promise<KnownProposal | null> =>
    isId(id)
      ? locked(
          q.db,
          "proposal",
          lockById(id),
          async () => (await selectKnownProposals(q.db, { id, subject: { not: "account" } }))[0] ?? null,
        )
      : null,
  /** The open or returned one on a pledge or an approval, by the subject's id; the subject must be locked. */
  openProposalOn: (subjectId: string): Promise<Proposal | null> =>
    locked(
      q.db,
      "proposal",
      Prisma.sql`subject_id = ${subjectId}::uuid AND status IN ('OPEN', 'RETURNED')`,
      (id) => findProposal(q, id),
    ),
  lockOpenOn: async (ids: readonly string[]): Promise<Proposal[]> => {
    const open = Prisma.sql`subject_id = ANY (${[...ids]}::uuid[]) AND status = 'OPEN'`;
    const found = await lock(q.db, "proposal", open);
    return selectProposalRecords(q.db, { where: { id: { in: found } }, orderBy: { id: "asc" } });
  },
  /** What the person has changed since the proposal, in its subject and the approvals a pledge needs: `pledge.stage`, … */
  changedSince: (personId: string, proposal: Proposal): Promise<string[]> =>
    fieldsChangedBy(q, personId, proposal),
});

const findProposal = async ({ db }: Transaction, id: string): Promise<Proposal | null> =>
  (await selectProposalRecords(db, { where: { id, subject: { not: "account" } } }))[0] ?? null;
