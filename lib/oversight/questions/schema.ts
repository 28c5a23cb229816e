import { z } from "zod";
import { LANGUAGES } from "@/lib/domain/base/language";
import { aboutNamed, ASKABLE, QUESTION_LIMITS, type QuestionAbout } from "@/lib/domain/oversight/question";
import { day, id, line, orNull, pledgeReference, says, text } from "@/lib/schema/fields";

/** `FR-3-001`, or `FR-3` where no pledge is on record. */
export const aboutInput = z
  .string()
  .max(20)
  .refine((name) => aboutNamed(name) !== null, says("not-a-position"));

/** `code`: of the unresolved item it came from. `language`: of the text. */
export const questionInput = z.strictObject({
  about: aboutInput,
  code: orNull(z.enum(ASKABLE)),
  askedOf: line(QUESTION_LIMITS.askedOf),
  text: text(QUESTION_LIMITS.text),
  language: orNull(z.enum(LANGUAGES)),
  dueOn: orNull(day),
});
export type QuestionInput = z.output<typeof questionInput>;

/** `evidence`: id of evidence on record of the pledge; `pledge`: reference of the one logged where none was. */
export const answerInput = z.strictObject({
  text: text(QUESTION_LIMITS.text),
  answeredOn: day,
  evidence: orNull(id),
  pledge: orNull(pledgeReference),
});
export type AnswerInput = z.output<typeof answerInput>;

export const withdrawalInput = z.strictObject({ reason: text(QUESTION_LIMITS.text) });
export type WithdrawalInput = z.output<typeof withdrawalInput>;

/** `dueOn`: the new one; the old one no longer holds. */
export const reopeningInput = z.strictObject({ reason: text(QUESTION_LIMITS.text), dueOn: orNull(day) });
export type ReopeningInput = z.output<typeof reopeningInput>;

/** Of a text that a schema has let through. */
export function aboutIn(name: string): QuestionAbout {
  const about = aboutNamed(name);
  if (about === null) throw new Error("no name of a pledge or a position");
  return about;
}
