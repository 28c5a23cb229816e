import { recipientsAmong } from "@/lib/domain/pledge/delivery";
import { isId } from "@/lib/domain/base/id";
import type { Participant } from "@/lib/domain/people/participant";
import type { Handover } from "@/lib/domain/people/handover";
import type { Person } from "@/lib/domain/people/person";
import type { Transaction } from "../../connection";
import { Prisma } from "../../generated/client";
import { selectHandover } from "../../records/handover";
import { selectParticipant, selectParticipants } from "../../records/participant";
import { selectPerson } from "../../records/person";
import { lockConfidential } from "../../statements/sealed-numbers";
import { lock, lockAccount, lockById, locked } from "../../sql/lock";
import { lockName } from "../../sql/moment";

export const people = ({ db }: Transaction) => ({
  lock: async (id: string): Promise<Person | null> =>
    isId(id) && (await lockAccount(db, id)) !== null ? selectPerson(db, { id }) : null,
  findByEmail: (email: string): Promise<Person | null> => selectPerson(db, { email: email.toLowerCase() }),
  /** The names of all people, including disabled accounts. */
  names: (): Promise<Pick<Person, "id" | "email" | "name">[]> =>
    db.person.findMany({ select: { id: true, email: true, name: true } }),
  /** Their ids, of active accounts. */
  administrators: async (): Promise<string[]> => {
    const where = { role: "ADMIN", disabledAt: null };
    return (await db.person.findMany({ where, select: { id: true } })).map(({ id }) => id);
  },
  /** Active administrators, all of them locked. */
  countAdmins: async (): Promise<number> => {
    await lockName(db, "the administrators");
    return (await lock(db, "person", Prisma.sql`role = 'ADMIN' AND disabled_at IS NULL`)).length;
  },
});

export const handovers = (q: Transaction) => ({
  lock: (id: string): Promise<Handover | null> =>
    isId(id) ? locked(q.db, "handover", lockById(id), () => selectHandover(q.db, id)) : Promise.resolve(null),
  /** Whether a number of these participants was ever given in confidence, even if only proposed. The pledges must be locked. */
  haveSealed: async (participants: readonly string[]): Promise<boolean> =>
    (await lockConfidential(q)).some((code) => participants.includes(code)),
});

export const participantRows = ({ db }: Transaction) => ({
  find: (code: string): Promise<Participant | null> => selectParticipant(db, code),
  lock: (code: string): Promise<Participant | null> =>
    locked(db, "participant", Prisma.sql`code = ${code}`, () => selectParticipant(db, code)),
  /** Their codes. */
  recipients: async (): Promise<string[]> =>
    recipientsAmong(await selectParticipants(db, { role: "BENEFICIARY" })),
});
