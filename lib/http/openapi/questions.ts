import { z } from "zod";
import { ROLES } from "@/lib/domain/people/actor";
import { LANGUAGES } from "@/lib/domain/base/language";
import { QUESTION_ACTS, QUESTION_REFERENCE, QUESTION_STATES } from "@/lib/domain/oversight/question";
import { UNRESOLVED_CODES } from "@/lib/domain/unresolved/unresolved";
import { answers, code, day, instant, priority, reference, version } from "./parts";

const writer = z.strictObject({ name: z.string(), role: z.enum(ROLES) });

export const question = z
  .strictObject({
    id: z.uuid(),
    reference: z.string().regex(QUESTION_REFERENCE),
    version,
    state: z.enum(QUESTION_STATES),
    /** `FR-3-001`, or `FR-3` where no pledge is on record. */
    about: z.string(),
    participant: code,
    priority,
    pledge: reference.nullable(),
    code: z.enum(UNRESOLVED_CODES).nullable(),
    askedOf: z.string(),
    text: z.string(),
    /** The language of the text; null where it isn't known. */
    language: z.enum(LANGUAGES).nullable(),
    dueOn: day.nullable(),
    createdAt: instant,
    updatedAt: instant,
  })
  .register(answers, { id: "Question" });

export const questionRow = z
  .strictObject({
    ...question.shape,
    overdue: z.boolean(),
    /** The pledge's title. */
    title: z.string().nullable(),
    owner: z.string().nullable(),
    by: writer,
    last: z.strictObject({ by: writer, at: instant }),
  })
  .register(answers, { id: "QuestionRow" });

export const questionSheet = z
  .strictObject({
    ...questionRow.shape,
    story: z.array(
      z.strictObject({
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
