// Which accounts belong to the subjects of the single sign-on provider.
import "server-only";
import { ROLES } from "@/lib/domain/people/actor";
import type { Identity } from "@/lib/domain/people/identity";
import { heldUntil } from "@/lib/domain/people/power";
import type { Prisma } from "../generated/client";
import { askPrisma } from "../prisma";
import type { SeenSession } from "../queries/workspace/valid-session";
import { instantOrNull, oneOfColumn } from "../records/codec";
import { findMoment } from "../sql/moment";

type Holder = SeenSession["person"] & { disabled: boolean };

/** Null: nobody is bound to it. */
export const findByIdentity = ({ issuer, subject }: Identity): Promise<Holder | null> =>
  findHolder({ identity: { issuer, subject, removedAt: null } });

/** An account to which nobody has ever signed in, and which has no identity yet. */
export const findAwaiting = (email: string): Promise<Holder | null> =>
  findHolder({ email, identity: null, credential: null });

async function findHolder(where: Prisma.PersonWhereInput): Promise<Holder | null> {
  const found = await askPrisma(async (db) => {
    const { at } = await findMoment(db);
    const row = await db.person.findFirst({ where, select: HOLDER });
    return row && { row, at };
  });
  if (!found) return null;
  const { disabledAt, factorRemovedAt, ...person } = found.row;
  return {
    ...person,
    role: oneOfColumn(ROLES, person.role),
    heldUntil: heldUntil(instantOrNull(factorRemovedAt), found.at.toISOString()),
    disabled: disabledAt !== null,
  };
}

const HOLDER = {
  id: true,
  email: true,
  name: true,
  role: true,
  desk: true,
  sealed: true,
  disabledAt: true,
  factorRemovedAt: true,
} as const;
