// Entries are stored whole, in order.
import { LANGUAGES } from "@/lib/domain/base/language";
import { PRIORITIES } from "@/lib/domain/base/priority";
import type { Question } from "@/lib/domain/oversight/question";
import { questionRecord } from "@/lib/domain/history/record";
import { UNRESOLVED_CODES } from "@/lib/domain/unresolved/unresolved";
import type { QuestionModel } from "../generated/models";
import type { Db } from "../prisma";
import {
  changedColumns,
  date,
  dateOrNull,
  dayOrNull,
  fromJson,
  instantColumn,
  jsonOf,
  oneOfColumn,
  oneOfOrNull,
  type Stored,
  type Written,
} from "./codec";
import { byReferenceOrId } from "./reference-or-id";
import type { RecordStore } from "./store";

export const questionStore: RecordStore<Question> = {
  table: "question",
  key: "id",
  idOf: ({ id }) => id,
  nameOf: ({ reference }) => reference,
  canonical: questionRecord,
  insert: (db, record) => db.question.create({ data: rowOf(record), select: { id: true } }),
  update: (db, before, after) =>
    db.question.updateMany({
      where: { id: before.id, version: before.version },
      data: changedColumns(rowOf(before), rowOf(after)),
    }),
};

export async function selectQuestion(db: Db, name: string): Promise<Question | null> {
  const row = await db.question.findUnique({ where: byReferenceOrId(name) });
  return row && questionOf(row);
}

export const questionOf = (row: Stored<QuestionModel>): Question => ({
  id: row.id,
  reference: row.reference,
  participant: row.participant,
  priority: oneOfColumn(PRIORITIES, row.priority),
  pledge: row.pledge,
  code: oneOfOrNull(UNRESOLVED_CODES, row.code),
  askedOf: row.askedOf,
  text: row.text,
  language: oneOfOrNull(LANGUAGES, row.language),
  dueOn: dayOrNull(row.dueOn),
  authorId: row.authorId,
  entries: fromJson(row.entries),
  version: row.version,
  createdAt: instantColumn(row.createdAt),
  updatedAt: instantColumn(row.updatedAt),
});

const rowOf = (record: Question) =>
  ({
    id: record.id,
    reference: record.reference,
    participant: record.participant,
    priority: record.priority,
    pledge: record.pledge,
    code: record.code,
    askedOf: record.askedOf,
    text: record.text,
    language: record.language,
    dueOn: dateOrNull(record.dueOn),
    authorId: record.authorId,
    entries: jsonOf(record.entries),
    version: record.version,
    createdAt: date(record.createdAt),
    updatedAt: date(record.updatedAt),
  }) satisfies Written<QuestionModel, "number" | "state">;
