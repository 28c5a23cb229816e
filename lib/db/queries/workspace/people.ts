import { COUNTED_TO, type Paged } from "@/lib/domain/base/listing";
import { ROLES, type Role } from "@/lib/domain/people/actor";
import { LANGUAGES } from "@/lib/domain/base/language";
import {
  possibleOwner,
  type KnownPerson,
  type Person,
  type PersonDesk,
  type PossibleOwner,
} from "@/lib/domain/people/person";
import type { Prisma } from "../../generated/client";
import { askPrisma } from "../../prisma";
import { instantColumn, instantOrNull, oneOfColumn, oneOfOrNull } from "../../records/codec";
import { ask } from "../../sql/ask";
import { rememberedUntilChangeOf } from "../log/page-state";
import { findRegister } from "../log/register";
import { sql } from "../../sql/sql";

export async function findPeople({ after, limit }: Paged): Promise<KnownPerson[]> {
  const where = after === null ? {} : { email: { gt: after[0] ?? "" } };
  const page = { orderBy: { email: "asc" }, take: limit + 1 } as const;
  return known(await askPrisma((db) => db.person.findMany({ where, ...page, select: KNOWN })));
}

export async function countPeople(): Promise<number> {
  const counted = await askPrisma((db) => db.person.findMany({ select: { id: true }, take: COUNTED_TO + 1 }));
  return counted.length;
}

export const findPerson = (id: string): Promise<KnownPerson | null> => find({ id });

export const findPersonByEmail = (email: string): Promise<KnownPerson | null> => find({ email });

async function find(where: Prisma.PersonWhereUniqueInput): Promise<KnownPerson | null> {
  const row = await askPrisma((db) => db.person.findUnique({ where, select: KNOWN }));
  const [person] = await known(row ? [row] : []);
  return person ?? null;
}

/** Possible owners of a pledge: active accounts of roles that change records. */
export const findOwners = (roles: readonly Role[]): Promise<readonly PossibleOwner[]> =>
  rememberedUntilChangeOf(["person"], `owners ${roles.join()}`, async () => {
    const rows = await ask<Pick<Person, "email" | "name" | "role" | "desk">>(
      sql`SELECT email, name, role, desk FROM person WHERE role = ANY(${roles}::text[]) AND disabled_at IS NULL ORDER BY name, email`,
    );
    return rows.map(possibleOwner);
  });

/** Officers with active accounts. */
export function findDesks(): Promise<PersonDesk[]> {
  return ask(
    sql`SELECT name, desk FROM person WHERE role = 'OFFICER' AND disabled_at IS NULL AND desk <> '{}' ORDER BY name`,
  );
}

const KNOWN = {
  id: true,
  email: true,
  name: true,
  role: true,
  desk: true,
  sealed: true,
  disabledAt: true,
  secondFactorAt: true,
  language: true,
  aloneAt: true,
  factorRemovedAt: true,
  version: true,
  createdAt: true,
  updatedAt: true,
  credential: { select: { personId: true } },
  identity: { select: { issuer: true, boundAt: true, removedAt: true } },
} as const;

type Row = Prisma.PersonGetPayload<{ select: typeof KNOWN }>;

/** Sessions use true time; times shown are converted to the register's. */
async function known(rows: readonly Row[]): Promise<KnownPerson[]> {
  const where = { personId: { in: rows.map(({ id }) => id) } };
  const _max = { createdAt: true, lastSeenAt: true } as const;
  const [sessions, register] = await Promise.all([
    askPrisma((db) => db.session.groupBy({ by: ["personId"], where, _max })),
    findRegister(),
  ]);
  const shown = (moment: Date): string =>
    new Date(moment.getTime() + (register?.offsetMs ?? 0)).toISOString();
  const moved = (moment: Date | null | undefined): string | null => (moment ? shown(moment) : null);
  return rows.map(({ credential, identity, ...row }) => {
    const last = sessions.find(({ personId }) => personId === row.id)?._max;
    return {
      ...row,
      role: oneOfColumn(ROLES, row.role),
      language: oneOfOrNull(LANGUAGES, row.language),
      disabledAt: instantOrNull(row.disabledAt),
      secondFactorAt: instantOrNull(row.secondFactorAt),
      aloneAt: instantOrNull(row.aloneAt),
      factorRemovedAt: instantOrNull(row.factorRemovedAt),
      createdAt: instantColumn(row.createdAt),
      updatedAt: instantColumn(row.updatedAt),
      hasPassword: credential !== null,
      identity:
        identity?.removedAt === null ? { issuer: identity.issuer, boundAt: shown(identity.boundAt) } : null,
      lastSignedInAt: moved(last?.createdAt),
      lastSeenAt: moved(last?.lastSeenAt),
    };
  });
}

/** Email addresses of active accounts that may change records. */
export async function findKeepers(): Promise<string[]> {
  const rows = await ask<{ email: string }>(
    sql`SELECT email FROM person WHERE disabled_at IS NULL AND role IN ('OFFICER', 'MANAGER')`,
  );
  return rows.map(({ email }) => email);
}
