// A question as JSON; authors have the names they had when they wrote.
import { z } from "zod";
import type { Shaped } from "@/lib/api/answer";
import { answers, code, day, instant, priority, reference, version, writer } from "@/lib/api/parts";
import { LANGUAGES } from "@/lib/domain/base/language";
import {
  QUESTION_ACTS,
  QUESTION_REFERENCE,
  QUESTION_STATES,
  type Question,
  aboutName,
  questionState,
} from "@/lib/domain/oversight/question";
import type { QuestionDetails, QuestionRow } from "@/lib/domain/oversight/question-details";
import { UNRESOLVED_CODES } from "@/lib/domain/unresolved/unresolved";

export const question = z
  .object({
    id: z.uuid(),
    reference: z.string().regex(QUESTION_REFERENCE),
    version,
    state: z.enum(QUESTION_STATES),
    /** `FR-3-001`, or `FR-3` if no pledge is on record. */
    about: z.string(),
    participant: code,
    priority,
    pledge: reference.nullable(),
    code: z.enum(UNRESOLVED_CODES).nullable(),
    askedOf: z.string(),
    text: z.string(),
    /** The language of the text; null if it isn't known. */
    language: z.enum(LANGUAGES).nullable(),
    dueOn: day.nullable(),
    createdAt: instant,
    updatedAt: instant,
  })
  .register(answers, { id: "Question" });

export const questionRow = z
  .object({
    ...question.shape,
    overdue: z.boolean(),
    /** The pledge's title. */
    title: z.string().nullable(),
    owner: z.string().nullable(),
    by: writer,
    last: z.object({ by: writer, at: instant }),
  })
  .register(answers, { id: "QuestionRow" });

export const questionSheet = z
  .object({
    ...questionRow.shape,
    story: z.array(
      z.object({
        seq: z.int().min(1),
        at: instant,
        by: writer,
        does: z.enum(["ask", ...QUESTION_ACTS]),
        text: z.string(),
        answeredOn: day.nullable(),
        evidence: z.uuid().nullable(),
        pledge: reference.nullable(),
        dueOn: day.nullable(),
      }),
    ),
    may: z.array(z.enum(QUESTION_ACTS)),
  })
  .register(answers, { id: "QuestionSheet" });

export const presentQuestion = (one: Question): Shaped<typeof question> => ({
  ...one,
  state: questionState(one),
  about: aboutName(one),
});

export const presentQuestionRow = ({ question: one, ...row }: QuestionRow): Shaped<typeof questionRow> => ({
  ...presentQuestion(one),
  ...row,
});

export const presentQuestionSheet = ({
  story,
  may,
  ...row
}: QuestionDetails): Shaped<typeof questionSheet> => ({
  ...presentQuestionRow(row),
  story,
  may,
});
