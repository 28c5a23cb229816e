import { isId } from "@/lib/domain/base/id";
import { POWERFUL_ROLES } from "@/lib/domain/people/power";
import type { AccountProposal, AccountSubject, KnownAccountProposal } from "@/lib/domain/proposals/account";
import type { Transaction } from "../../connection";
import type { Db } from "../../prisma";
import { Prisma } from "../../generated/client";
import { accountProposalOf, selectKnownAccountProposals } from "../../records/proposal";
import { selectPerson } from "../../records/person";
import { lockConfidential } from "../../statements/sealed-numbers";
import { lock, lockAccount, lockById } from "../../sql/lock";
import { lockName } from "../../sql/moment";

export const accountProposals = ({ db, client }: Transaction) => ({
  /** Its content never changes; its status is current only once it is locked. */
  find: async (id: string): Promise<AccountProposal | null> => (isId(id) ? findRecord(db, id) : null),
  lock: async (id: string): Promise<KnownAccountProposal | null> => {
    if (!isId(id)) return null;
    await lock(db, "proposal", lockById(id));
    return (await selectKnownAccountProposals(db, { id }))[0] ?? null;
  },
  /** The open or returned one for an account, which must be locked. */
  openProposalOn: async (subjectId: string): Promise<AccountProposal | null> => {
    const which = Prisma.sql`subject_id = ${subjectId}::uuid AND subject = 'account' AND status IN ('OPEN', 'RETURNED')`;
    const [id] = await lock(db, "proposal", which);
    return id === undefined ? null : findRecord(db, id);
  },
  confidential: (): Promise<string[]> => lockConfidential(client),
  /** Locks the account, if it is on record. */
  lockSubject: async (id: string): Promise<AccountSubject> => {
    const isOnRecord = isId(id) && (await lockAccount(db, id)) !== null;
    const confidential = await lockConfidential(client);
    if (!isOnRecord) return { person: null, hasWayIn: false, confidential };
    const [which, select] = [{ where: { personId: id } }, { personId: true }];
    const credential = await db.credential.findUnique({ ...which, select });
    const identity = await db.identity.findUnique({ ...which, select });
    const hasWayIn = credential !== null || identity !== null;
    return { person: await selectPerson(db, { id }), hasWayIn, confidential };
  },
  /**
   * Whether nobody but this administrator could ever decide: no manager or other administrator has a way to
   * sign in, or has done anything. Once someone else could, it is never true again, even if they are disabled
   * later. Until the end of the transaction nobody else gets that power.
   */
  isAlone: async (administrator: string): Promise<boolean> => {
    await lockName(db, THE_DECIDERS);
    const { rows } = await client.query<{ alone: boolean }>(`SELECT NOT (${HAS_ANOTHER}) AS alone`, [
      administrator,
    ]);
    return rows[0]?.alone === true;
  },
  /**
   * Whether others could once decide, and only one person is left who can: the operator may then add another.
   */
  isOneLeft: async (): Promise<boolean> => {
    await lockName(db, THE_DECIDERS);
    const isOpen = { role: { in: [...POWERFUL_ROLES] }, disabledAt: null };
    const [left, other] = await db.person.findMany({ where: isOpen, select: { id: true }, take: 2 });
    if (!left || other) return false;
    const { rows } = await client.query<{ had: boolean }>(`SELECT ${HAS_ANOTHER} AS had`, [left.id]);
    return rows[0]?.had === true;
  },
  /**
   * Called before someone gets a way to sign in: waits until changes of an administrator who is still alone
   * have finished.
   */
  waitForSoleDecider: async (): Promise<void> => void (await lockName(db, THE_DECIDERS)),
});

async function findRecord(db: Db, id: string): Promise<AccountProposal | null> {
  const row = await db.proposal.findUnique({ where: { id, subject: "account" } });
  return row && accountProposalOf(row);
}

const THE_DECIDERS = "who decides about accounts";

/**
 * Whether anyone else ever acted in a role that decides, or ever had one on an active account and has a
 * password or an identity. Reading passwords from the tables makes this stricter than what a verifier can
 * know from the log.
 */
const HAS_ANOTHER = `
  EXISTS (SELECT FROM audit.event e WHERE e.actor_role IN ('MANAGER', 'ADMIN') AND e.actor_id NOT IN ($1, 'register'))
  OR EXISTS (SELECT FROM audit.event e
              WHERE e.entity_type = 'person' AND e.entity_id <> $1
                AND (e.payload::jsonb->'record'->>'role') IN ('MANAGER', 'ADMIN')
                AND (e.payload::jsonb->'record'->>'disabledAt') IS NULL
                AND (EXISTS (SELECT FROM credential c WHERE c.person_id::text = e.entity_id)
                     OR EXISTS (SELECT FROM identity i WHERE i.person_id::text = e.entity_id)))`;
