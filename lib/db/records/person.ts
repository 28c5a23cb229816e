import { ROLES } from "@/lib/domain/people/actor";
import { LANGUAGES } from "@/lib/domain/base/language";
import type { Person } from "@/lib/domain/people/person";
import { personRecord } from "@/lib/domain/history/record";
import type { Prisma } from "../generated/client";
import type { PersonModel } from "../generated/models";
import type { Db } from "../prisma";
import {
  changedColumns,
  date,
  dateOrNull,
  instantColumn,
  instantOrNull,
  oneOfColumn,
  oneOfOrNull,
  type Stored,
  type Written,
} from "./codec";
import type { RecordStore } from "./store";

export const personStore: RecordStore<Person> = {
  table: "person",
  key: "id",
  idOf: ({ id }) => id,
  nameOf: ({ email }) => email,
  canonical: personRecord,
  insert: (db, record) => db.person.create({ data: rowOf(record), select: { id: true } }),
  update: (db, before, after) =>
    db.person.updateMany({
      where: { id: before.id, version: before.version },
      data: changedColumns(rowOf(before), rowOf(after)),
    }),
};

export async function selectPerson(db: Db, where: Prisma.PersonWhereUniqueInput): Promise<Person | null> {
  const row = await db.person.findUnique({ where });
  return row && personOf(row);
}

/** The session version isn't part of the record. */
export const personOf = (row: Stored<Omit<PersonModel, "sessionVersion">>): Person => ({
  id: row.id,
  email: row.email,
  name: row.name,
  role: oneOfColumn(ROLES, row.role),
  desk: row.desk,
  sealed: row.sealed,
  disabledAt: instantOrNull(row.disabledAt),
  secondFactorAt: instantOrNull(row.secondFactorAt),
  language: oneOfOrNull(LANGUAGES, row.language),
  aloneAt: instantOrNull(row.aloneAt),
  factorRemovedAt: instantOrNull(row.factorRemovedAt),
  version: row.version,
  createdAt: instantColumn(row.createdAt),
  updatedAt: instantColumn(row.updatedAt),
});

const rowOf = (record: Person) =>
  ({
    id: record.id,
    email: record.email,
    name: record.name,
    role: record.role,
    desk: record.desk,
    sealed: record.sealed,
    disabledAt: dateOrNull(record.disabledAt),
    secondFactorAt: dateOrNull(record.secondFactorAt),
    language: record.language,
    aloneAt: dateOrNull(record.aloneAt),
    factorRemovedAt: dateOrNull(record.factorRemovedAt),
    version: record.version,
    createdAt: date(record.createdAt),
    updatedAt: date(record.updatedAt),
  }) satisfies Written<PersonModel, "sessionVersion">;
