import { COUNTED_TO, type Paged } from "@/lib/domain/listing";
import type { Role } from "@/lib/domain/actor";
import type { Desk, KnownPerson } from "@/lib/domain/person";
import { prisma } from "../prisma";
import { ask } from "./ask";
import { findRegister } from "./register";
import { sql } from "./sql";

export async function findPeople({ after, limit }: Paged): Promise<KnownPerson[]> {
  const [rows, register] = await Promise.all([
    prisma().person.findMany({
      where: after === null ? {} : { email: { gt: after[0] ?? "" } },
      orderBy: { email: "asc" },
      take: limit + 1,
      select: KNOWN,
    }),
    findRegister(),
  ]);
  return rows.map((row) => knownFrom(row, register?.offsetMs ?? 0));
}

export async function countPeople(): Promise<number> {
  const counted = await prisma().person.findMany({ select: { id: true }, take: COUNTED_TO + 1 });
  return counted.length;
}

export async function findPerson(id: string): Promise<KnownPerson | null> {
  const [row, register] = await Promise.all([
    prisma().person.findUnique({ where: { id }, select: KNOWN }),
    findRegister(),
  ]);
  return row && knownFrom(row, register?.offsetMs ?? 0);
}

/** Who may own a pledge: accounts in use that keep records. Asked by nearly every page, and so in SQL. */
export function findOwners(roles: readonly Role[]): Promise<{ email: string; name: string }[]> {
  return ask(
    sql`SELECT email, name FROM person WHERE role = ANY(${roles}::text[]) AND disabled_at IS NULL ORDER BY name, email`,
  );
}

/** Officers with their desks: accounts in use. */
export function findDesks(): Promise<Desk[]> {
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
  disabledAt: true,
  version: true,
  createdAt: true,
  updatedAt: true,
  credential: { select: { personId: true } },
  sessions: { select: { createdAt: true }, orderBy: { createdAt: "desc" }, take: 1 },
} as const;

type Row = Omit<
  KnownPerson,
  "role" | "disabledAt" | "createdAt" | "updatedAt" | "hasPassword" | "lastSignedInAt"
> & {
  role: string;
  disabledAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
  credential: { personId: string } | null;
  sessions: { createdAt: Date }[];
};

/** Sessions run on the true clock; what is shown of them is moved to the register's. */
function knownFrom({ credential, sessions, ...row }: Row, offsetMs: number): KnownPerson {
  const [last] = sessions;
  return {
    ...row,
    role: row.role as Role,
    disabledAt: row.disabledAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    hasPassword: credential !== null,
    lastSignedInAt: last ? new Date(last.createdAt.getTime() + offsetMs).toISOString() : null,
  };
}
