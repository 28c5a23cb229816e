// A question is one row; it names its pledge by reference. What was written to it is kept whole, in its order.
import type { Question } from "@/lib/domain/question";
import { questionRecord } from "@/lib/domain/record";
import { membersOf, rowOf, type Fields, type Shape } from "./shape";

const QUESTION: Fields<Question> = {
  id: "plain",
  reference: "plain",
  participant: "plain",
  priority: "plain",
  pledge: "plain",
  code: "plain",
  askedOf: "plain",
  text: "plain",
  language: "plain",
  dueOn: "plain",
  authorId: "plain",
  entries: "json",
  version: "plain",
  createdAt: "instant",
  updatedAt: "instant",
};

export const question: Shape<Question> = {
  table: "question",
  key: "id",
  idOf: (record) => record.id,
  nameOf: (record) => record.reference,
  json: `json_build_object(${membersOf(QUESTION, "r")})`,
  row: (record) => rowOf(QUESTION, record),
  canonical: questionRecord,
};
