import type { Comment } from "@/lib/domain/people/person";
import type { SuggestedChange } from "@/lib/domain/people/suggestion";
import { commentRecord } from "@/lib/domain/history/record";
import type { CommentModel } from "../generated/models";
import type { Db } from "../prisma";
import {
  changedColumns,
  date,
  fromJson,
  instantColumn,
  jsonOrNull,
  type Stored,
  type Written,
} from "./codec";
import { ON_PLEDGE, pledgeIdOf, type OnPledge } from "./pledge-of";
import type { RecordStore } from "./store";

export const commentStore: RecordStore<Comment> = {
  table: "comment",
  key: "id",
  idOf: ({ id }) => id,
  nameOf: ({ id, pledge }) => `${id} on ${pledge}`,
  canonical: commentRecord,
  insert: async (db, record) =>
    db.comment.create({
      data: { ...rowOf(record), pledgeId: await pledgeIdOf(db, record.pledge) },
      select: { id: true },
    }),
  update: (db, before, after) =>
    db.comment.updateMany({
      where: { id: before.id, version: before.version },
      data: changedColumns(rowOf(before), rowOf(after)),
    }),
  rows: async (db, records) => {
    const references = [...new Set(records.map(({ pledge }) => pledge))];
    const pledges = await db.pledge.findMany({
      where: { reference: { in: references } },
      select: { id: true, reference: true },
    });
    const idOf = new Map(pledges.map(({ id, reference }) => [reference, id]));
    return (record) => ({ ...rowOf(record), pledgeId: idOf.get(record.pledge) });
  },
};

export async function selectComment(db: Db, id: string): Promise<Comment | null> {
  const row = await db.comment.findUnique({ where: { id }, include: ON_PLEDGE });
  return row && commentOf(row);
}

export const commentOf = (row: OnPledge<Stored<CommentModel>>): Comment => ({
  id: row.id,
  pledge: row.pledge.reference,
  authorId: row.authorId,
  text: row.text,
  ...(row.suggestion === null ? {} : { suggestion: fromJson<SuggestedChange>(row.suggestion) }),
  version: row.version,
  createdAt: instantColumn(row.createdAt),
});

const rowOf = (record: Comment) =>
  ({
    id: record.id,
    authorId: record.authorId,
    text: record.text,
    suggestion: jsonOrNull(record.suggestion ?? null),
    version: record.version,
    createdAt: date(record.createdAt),
  }) satisfies Written<CommentModel, "pledgeId">;
