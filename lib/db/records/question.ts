// Entries are stored whole, in order.
import { LANGUAGES } from "@/lib/domain/base/language";
import { PRIORITIES } from "@/lib/domain/base/priority";
import type { Question } from "@/lib/domain/oversight/question";
import { questionRecord } from "@/lib/domain/history/record";
import { UNRESOLVED_CODES } from "@/lib/domain/unresolved/unresolved";
import type { QuestionModel } from "../generated/models";
import type { Db } from "../prisma";
import { fromVersion, type Stored, type Written } from "./codec";
import { storedAs } from "./columns";
import { byReferenceOrId } from "./reference-or-id";
import { BY_ID, type RecordStore } from "./store";

export const questionStore: RecordStore<Question> = {
  table: "question",
  ...BY_ID,
  nameOf: ({ reference }) => reference,
  canonical: questionRecord,
  insert: (db, record) => db.question.create({ data: rowOf(record), select: { id: true } }),
  update: (db, before, after) => db.question.updateMany(fromVersion(rowOf, before, after)),
};

export async function selectQuestion(db: Db, name: string): Promise<Question | null> {
  const row = await db.question.findUnique({ where: byReferenceOrId(name) });
  return row && questionOf(row);
}

const ROW = storedAs<Question, QuestionModel>()({
  asIs: ["id", "reference", "participant", "pledge", "askedOf", "text", "authorId", "version"],
  days: ["dueOn"],
  instants: ["createdAt", "updatedAt"],
  json: ["entries"],
  codes: { priority: PRIORITIES, code: UNRESOLVED_CODES, language: LANGUAGES },
});

export const questionOf = (row: Stored<QuestionModel>): Question => ROW.read(row);

const rowOf = (record: Question) => ROW.write(record) satisfies Written<QuestionModel, "number" | "state">;
