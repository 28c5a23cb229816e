import { sourceRecord } from "@/lib/domain/history/record";
import { OWNERSHIPS, type Source } from "@/lib/domain/pledge/source";
import type { Prisma } from "../generated/client";
import type { SourceModel } from "../generated/models";
import type { Db } from "../prisma";
import { fromJson, fromVersion, jsonOf, jsonOrNull, type Stored, type Written } from "./codec";
import { storedAs } from "./columns";
import { ALL_STORES, BY_ID, type RecordStore } from "./store";

export const sourceStore: RecordStore<Source> = {
  table: "source",
  ...BY_ID,
  nameOf: ({ id, publisher }) => `${publisher} (${id})`,
  canonical: sourceRecord,
  insert: (db, record) => db.source.create({ data: sourceRow(record), select: { id: true } }),
  update: (db, before, after) => db.source.updateMany(fromVersion(sourceRow, before, after)),
  rows: () => Promise.resolve(sourceRow),
};

export async function selectSources(
  db: Db,
  where: Prisma.SourceWhereInput,
  orderBy: Prisma.SourceOrderByWithRelationInput | Prisma.SourceOrderByWithRelationInput[],
  limit = ALL_STORES,
): Promise<Source[]> {
  return (await db.source.findMany({ where, orderBy, take: limit })).map(sourceOf);
}

export async function selectSource(db: Db, id: string): Promise<Source | null> {
  const row = await db.source.findUnique({ where: { id } });
  return row && sourceOf(row);
}

const ROW = storedAs<Source, SourceModel>()({
  asIs: ["id", "publisher", "url", "title", "language", "version"],
  days: ["publishedOn"],
  instants: ["createdAt"],
  codes: { ownership: OWNERSHIPS },
});

export const sourceOf = (row: Stored<SourceModel>): Source => {
  const files = fromJson<NonNullable<Source["files"]>>(row.files);
  return {
    ...ROW.read(row),
    ...(files.length === 0 ? {} : { files }),
    ...(row.captured === null ? {} : { captured: row.captured }),
    ...(row.readFrom === null ? {} : { readFrom: fromJson<NonNullable<Source["readFrom"]>>(row.readFrom) }),
  };
};

const sourceRow = (record: Source) =>
  ({
    ...ROW.write(record),
    files: jsonOf(record.files ?? []),
    captured: record.captured ?? null,
    readFrom: jsonOrNull(record.readFrom ?? null),
  }) satisfies Written<SourceModel>;
