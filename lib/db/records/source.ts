import { sourceRecord } from "@/lib/domain/history/record";
import { OWNERSHIPS, type Source } from "@/lib/domain/pledge/source";
import type { Prisma } from "../generated/client";
import type { SourceModel } from "../generated/models";
import type { Db } from "../prisma";
import {
  changedColumns,
  date,
  dateOrNull,
  dayOrNull,
  fromJson,
  instantColumn,
  jsonOf,
  jsonOrNull,
  oneOfColumn,
  type Stored,
  type Written,
} from "./codec";
import { ALL_STORES, type RecordStore } from "./store";

export const sourceStore: RecordStore<Source> = {
  table: "source",
  key: "id",
  idOf: ({ id }) => id,
  nameOf: ({ id, publisher }) => `${publisher} (${id})`,
  canonical: sourceRecord,
  insert: (db, record) => db.source.create({ data: sourceRow(record), select: { id: true } }),
  update: (db, before, after) =>
    db.source.updateMany({
      where: { id: before.id, version: before.version },
      data: changedColumns(sourceRow(before), sourceRow(after)),
    }),
  rows: () => Promise.resolve(sourceRow),
};

export async function selectSources(
  db: Db,
  where: Prisma.SourceWhereInput,
  orderBy: Prisma.SourceOrderByWithRelationInput | Prisma.SourceOrderByWithRelationInput[],
  take = ALL_STORES,
): Promise<Source[]> {
  return (await db.source.findMany({ where, orderBy, take })).map(sourceOf);
}

export async function selectSource(db: Db, id: string): Promise<Source | null> {
  const row = await db.source.findUnique({ where: { id } });
  return row && sourceOf(row);
}

export const sourceOf = (row: Stored<SourceModel>): Source => {
  const files = fromJson<NonNullable<Source["files"]>>(row.files);
  return {
    id: row.id,
    publisher: row.publisher,
    url: row.url,
    title: row.title,
    publishedOn: dayOrNull(row.publishedOn),
    language: row.language,
    ownership: oneOfColumn(OWNERSHIPS, row.ownership),
    ...(files.length === 0 ? {} : { files }),
    ...(row.captured === null ? {} : { captured: row.captured }),
    ...(row.readFrom === null ? {} : { readFrom: fromJson<NonNullable<Source["readFrom"]>>(row.readFrom) }),
    version: row.version,
    createdAt: instantColumn(row.createdAt),
  };
};

const sourceRow = (record: Source) =>
  ({
    id: record.id,
    publisher: record.publisher,
    url: record.url,
    title: record.title,
    publishedOn: dateOrNull(record.publishedOn),
    language: record.language,
    ownership: record.ownership,
    files: jsonOf(record.files ?? []),
    captured: record.captured ?? null,
    readFrom: jsonOrNull(record.readFrom ?? null),
    version: record.version,
    createdAt: date(record.createdAt),
  }) satisfies Written<SourceModel>;
