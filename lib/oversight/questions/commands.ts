import "server-only";
import { randomUUID } from "node:crypto";
import { mayKeepRecords, whyNotChange, type Actor } from "@/lib/domain/people/actor";
import type { Action } from "@/lib/domain/base/audit";
import {
  BARE,
  whyNotAsk,
  withQuestionEntry,
  type Question,
  type QuestionAbout,
  type QuestionAct,
  type EntryDraft,
} from "@/lib/domain/oversight/question";
import { invalid, refuse, type FieldError } from "@/lib/domain/base/refusal";
import { ok, refused, type Result } from "@/lib/domain/base/result";
import { write, type Tx } from "@/lib/db/write";
import {
  aboutIn,
  type AnswerInput,
  type QuestionInput,
  type ReopeningInput,
  type WithdrawalInput,
} from "./schema";

/** To a focal point; the pledge stays unchanged. `already-there` names the open question about the same. */
export function askQuestion(
  actor: Actor,
  { about: name, ...input }: QuestionInput,
): Promise<Result<Question>> {
  return write(actor, async (tx) => {
    if (!mayKeepRecords(actor)) return refuse("role");
    const about = aboutIn(name);
    const unknown = await whyNotAbout(tx, about);
    if (unknown) return invalid(unknown);
    const why = whyNotChange(actor, about.participant);
    if (why) return refuse(why);
    const wrong = whyNotAsk({ ...about, ...input }, tx.today);
    if (wrong.length > 0) return invalid(...wrong);
    const duplicate = await whyNotTwice(tx, { ...about, code: input.code });
    if (duplicate) return duplicate;
    const question: Question = {
      id: randomUUID(),
      reference: await tx.questions.nextReference(),
      ...about,
      ...input,
      authorId: actor.id,
      entries: [],
      version: 1,
      createdAt: tx.at,
      updatedAt: tx.at,
    };
    return ok(await tx.save("question", null, question, { action: "question.asked" }));
  });
}

interface QuestionRef {
  /** Reference or id. */
  question: string;
  /** The version the client has. */
  ifMatch: number;
}

/** With a link to the result on record: evidence of the pledge, or the pledge that was missing. */
export const answerQuestion = (
  actor: Actor,
  { question, ifMatch, ...answer }: QuestionRef & AnswerInput,
): Promise<Result<Question>> =>
  written(actor, { question, ifMatch }, { does: "answer", ...answer, dueOn: null });

export const withdrawQuestion = (
  actor: Actor,
  { question, ifMatch, reason }: QuestionRef & WithdrawalInput,
): Promise<Result<Question>> =>
  written(actor, { question, ifMatch }, { ...BARE, does: "withdraw", text: reason });

export const reopenQuestion = (
  actor: Actor,
  { question, ifMatch, reason, dueOn }: QuestionRef & ReopeningInput,
): Promise<Result<Question>> =>
  written(actor, { question, ifMatch }, { ...BARE, does: "reopen", text: reason, dueOn });

function written(
  actor: Actor,
  { question, ifMatch }: QuestionRef,
  entry: EntryDraft,
): Promise<Result<Question>> {
  return write(actor, async (tx) => {
    if (!mayKeepRecords(actor)) return refuse("role");
    const before = await tx.questions.lock(question);
    if (!before) return refuse("not-found");
    const why = whyNotChange(actor, before.participant);
    if (why) return refuse(why);
    if (before.version !== ifMatch)
      return refused({ code: "version", conflict: await tx.conflict("question", before, ifMatch) });
    const after = withQuestionEntry(actor, before, entry, tx);
    if (!after.ok) return after;
    const duplicate = entry.does === "reopen" ? await whyNotTwice(tx, before) : null;
    if (duplicate) return duplicate;
    const wrong = entry.does === "answer" ? await whyNotNamed(tx, before, entry) : null;
    if (wrong) return invalid(wrong);
    // The reason for closing or reopening goes into the event; an answer is no reason.
    const reason = entry.does === "answer" ? null : entry.text;
    return ok(await tx.save("question", before, after.value, { action: ACTIONS[entry.does], reason }));
  });
}

const ACTIONS: Record<QuestionAct, Action> = {
  answer: "question.answered",
  withdraw: "question.withdrawn",
  reopen: "question.reopened",
};

async function whyNotAbout(tx: Tx, { pledge, participant }: QuestionAbout): Promise<FieldError | null> {
  if (pledge === null)
    return (await tx.participants.find(participant)) ? null : { path: "about", code: "unknown" };
  const found = await tx.pledges.lock(pledge);
  if (!found) return { path: "about", code: "unknown" };
  return found.voided === null ? null : { path: "about", code: "is-void" };
}

/** Only one open question per item. Without an item, only people can tell whether two are the same. */
async function whyNotTwice(
  tx: Tx,
  { code, ...about }: QuestionAbout & Pick<Question, "code">,
): Promise<Result<never> | null> {
  const duplicate = code === null ? null : await tx.questions.openAbout(about, code);
  return duplicate === null ? null : refuse("already-there", { because: "asked", by: duplicate });
}

/** Whatever an answer names must be on record for the question's subject. */
async function whyNotNamed(
  tx: Tx,
  question: QuestionAbout,
  { evidence, pledge }: EntryDraft,
): Promise<FieldError | null> {
  if (question.pledge === null) {
    if (evidence !== null) return { path: "evidence", code: "names-a-pledge" };
    return pledge === null ? null : whyNotLogged(tx, question, pledge);
  }
  if (pledge !== null) return { path: "pledge", code: "names-evidence" };
  if (evidence === null) return null;
  const about = await tx.pledges.lock(question.pledge);
  const piece = about?.evidence.find(({ id }) => id === evidence);
  if (!piece) return { path: "evidence", code: "not-of-this-pledge" };
  return piece.retracted === null ? null : { path: "evidence", code: "is-retracted" };
}

async function whyNotLogged(
  tx: Tx,
  { participant, priority }: QuestionAbout,
  reference: string,
): Promise<FieldError | null> {
  const logged = await tx.pledges.lock(reference);
  if (!logged) return { path: "pledge", code: "unknown" };
  if (logged.participant !== participant || logged.priority !== priority)
    return { path: "pledge", code: "another-position" };
  return logged.voided === null ? null : { path: "pledge", code: "is-void" };
}
