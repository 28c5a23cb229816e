import { z } from "zod";
import { LANGUAGES } from "@/lib/domain/base/language";
import { aboutNamed, ASKABLE, QUESTION_LIMITS, type QuestionAbout } from "@/lib/domain/oversight/question";
import { dayInput, id, line, nullable, pledgeReference, problemOf, textInput } from "@/lib/schema/fields";

/** `FR-3-001`, or `FR-3` if no pledge is on record. */
export const aboutInput = z
  .string()
  .max(20)
  .refine((name) => aboutNamed(name) !== null, problemOf("not-a-position"));

/** `code`: of the unresolved item it came from. `language`: of the text. */
export const questionInput = z.strictObject({
  about: aboutInput,
  code: nullable(z.enum(ASKABLE)),
  askedOf: line(QUESTION_LIMITS.askedOf),
  text: textInput(QUESTION_LIMITS.text),
  language: nullable(z.enum(LANGUAGES)),
  dueOn: nullable(dayInput),
});
export type QuestionInput = z.output<typeof questionInput>;

/**
 * `evidence`: id of evidence on record for the pledge; `pledge`: reference of the pledge logged where none
 * was on record.
 */
export const answerInput = z.strictObject({
  text: textInput(QUESTION_LIMITS.text),
  answeredOn: dayInput,
  evidence: nullable(id),
  pledge: nullable(pledgeReference),
});
export type AnswerInput = z.output<typeof answerInput>;

export const withdrawalInput = z.strictObject({ reason: textInput(QUESTION_LIMITS.text) });
export type WithdrawalInput = z.output<typeof withdrawalInput>;

/** `dueOn`: the new date; it replaces the old one. */
export const reopeningInput = z.strictObject({
  reason: textInput(QUESTION_LIMITS.text),
  dueOn: nullable(dayInput),
});
export type ReopeningInput = z.output<typeof reopeningInput>;

/** Expects text that passed a schema. */
export function aboutIn(name: string): QuestionAbout {
  const about = aboutNamed(name);
  if (about === null) throw new Error("no name of a pledge or a position");
  return about;
}
