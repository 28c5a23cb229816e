import type { Comment } from "@/lib/domain/proposals/comment";
import type { SuggestedChange } from "@/lib/domain/proposals/suggestion";
import { commentRecord } from "@/lib/domain/history/record";
import type { CommentModel } from "../generated/models";
import type { Db } from "../prisma";
import { fromJson, fromVersion, jsonOrNull, type Stored, type Written } from "./codec";
import { storedAs } from "./columns";
import { ON_PLEDGE, pledgeIdOf, type OnPledge } from "./pledge-of";
import { BY_ID, type RecordStore } from "./store";

export const commentStore: RecordStore<Comment> = {
  table: "comment",
  ...BY_ID,
  nameOf: ({ id, pledge }) => `${id} on ${pledge}`,
  canonical: commentRecord,
  insert: async (db, record) =>
    db.comment.create({
      data: { ...rowOf(record), pledgeId: await pledgeIdOf(db, record.pledge) },
      select: { id: true },
    }),
  update: (db, before, after) => db.comment.updateMany(fromVersion(rowOf, before, after)),
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

const ROW = storedAs<Comment, CommentModel>()({
  asIs: ["id", "authorId", "text", "version"],
  instants: ["createdAt"],
});

export const commentOf = (row: OnPledge<Stored<CommentModel>>): Comment => ({
  ...ROW.read(row),
  pledge: row.pledge.reference,
  ...(row.suggestion === null ? {} : { suggestion: fromJson<SuggestedChange>(row.suggestion) }),
});

const rowOf = (record: Comment) =>
  ({
    ...ROW.write(record),
    suggestion: jsonOrNull(record.suggestion ?? null),
  }) satisfies Written<CommentModel, "pledgeId">;
