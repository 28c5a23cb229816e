import { ROLES } from "@/lib/domain/people/actor";
import { LANGUAGES } from "@/lib/domain/base/language";
import type { Person } from "@/lib/domain/people/person";
import { personRecord } from "@/lib/domain/history/record";
import type { Prisma } from "../generated/client";
import type { PersonModel } from "../generated/models";
import type { Db } from "../prisma";
import { fromVersion, type Stored, type Written } from "./codec";
import { storedAs } from "./columns";
import { BY_ID, type RecordStore } from "./store";

export const personStore: RecordStore<Person> = {
  table: "person",
  ...BY_ID,
  nameOf: ({ email }) => email,
  canonical: personRecord,
  insert: (db, record) => db.person.create({ data: rowOf(record), select: { id: true } }),
  update: (db, before, after) => db.person.updateMany(fromVersion(rowOf, before, after)),
};

export async function selectPerson(db: Db, where: Prisma.PersonWhereUniqueInput): Promise<Person | null> {
  const row = await db.person.findUnique({ where });
  return row && personOf(row);
}

/** The session version isn't part of the record. */
const ROW = storedAs<Person, Omit<PersonModel, "sessionVersion">>()({
  asIs: ["id", "email", "name", "desk", "sealed", "version"],
  instants: ["disabledAt", "secondFactorAt", "aloneAt", "factorRemovedAt", "createdAt", "updatedAt"],
  codes: { role: ROLES, language: LANGUAGES },
});

export const personOf = (row: Stored<Omit<PersonModel, "sessionVersion">>): Person => ROW.read(row);

const rowOf = (record: Person) => ROW.write(record) satisfies Written<PersonModel, "sessionVersion">;
