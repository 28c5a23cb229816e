// A question as JSON; authors have the names they had when they wrote.
import { aboutName, questionState, type Question } from "@/lib/domain/oversight/question";
import type { QuestionRow, QuestionDetails, QuestionStep } from "@/lib/domain/oversight/question-details";

export const questionRecordJson = (question: Question) => ({
  id: question.id,
  reference: question.reference,
  version: question.version,
  state: questionState(question),
  about: aboutName(question),
  participant: question.participant,
  priority: question.priority,
  pledge: question.pledge,
  code: question.code,
  askedOf: question.askedOf,
  text: question.text,
  language: question.language,
  dueOn: question.dueOn,
  createdAt: question.createdAt,
  updatedAt: question.updatedAt,
});

export const questionRowJson = ({ question, overdue, title, owner, by, last }: QuestionRow) => ({
  ...questionRecordJson(question),
  overdue,
  title,
  owner,
  by,
  last,
});

export const questionSheetJson = ({ story, may, ...row }: QuestionDetails) => ({
  ...questionRowJson(row),
  story: story.map(stepJson),
  may,
});

const stepJson = (step: QuestionStep) => ({
  seq: step.seq,
  at: step.at,
  by: step.by,
  does: step.does,
  text: step.text,
  answeredOn: step.answeredOn,
  evidence: step.evidence,
  pledge: step.pledge,
  dueOn: step.dueOn,
});
