// A question to a focal point about something unresolved, its answer, and how it ended. It never changes the pledge: the
// answer is recorded there as usual, and the entry refers to it.
import { whyNotChange, type Actor } from "../people/actor";
import type { Day, Instant } from "../base/day";
import type { Language } from "../base/language";
import { PRIORITIES, type Priority } from "../base/priority";
import { invalid, refuse, type FieldError } from "../base/refusal";
import { ok, type Result } from "../base/result";
import type { Cause } from "../conditions/cause";
import { codesWith } from "../unresolved/reasons";
import type { UnresolvedCode, UnresolvedItem } from "../unresolved/unresolved";
import type { Paged } from "../base/listing";

export const QUESTION_STATES = ["OPEN", "ANSWERED", "WITHDRAWN"] as const;
export type QuestionState = (typeof QUESTION_STATES)[number];

export const QUESTION_ACTS = ["answer", "withdraw", "reopen"] as const;
export type QuestionAct = (typeof QUESTION_ACTS)[number];

export interface QuestionEntry {
  does: QuestionAct;
  /** The answer, or the reason. */
  text: string;
  /** Of an answer: the day it came. */
  answeredOn: Day | null;
  /** Of an answer: id of the pledge's evidence that records it. */
  evidence: string | null;
  /** Of an answer about a missing position: reference of the pledge logged. */
  pledge: string | null;
  /** Of a reopening: the new due date. */
  dueOn: Day | null;
  /** Id of the writer. */
  by: string;
  at: Instant;
}

/** A pledge; or, where `pledge` is null, a participant's missing position on a priority. */
export interface QuestionAbout {
  participant: string;
  priority: Priority;
  pledge: string | null;
}

export interface Question extends QuestionAbout {
  id: string;
  /** `Q-0004`: permanent, without gaps. */
  reference: string;
  /** The unresolved item it came from. */
  code: UnresolvedCode | null;
  /** An office, never a person. */
  askedOf: string;
  text: string;
  /** The language it is written in, so that nothing is added in another; null: not stated. */
  language: Language | null;
  dueOn: Day | null;
  /** Id of the author. */
  authorId: string;
  /** In order; each is one version. */
  entries: QuestionEntry[];
  version: number;
  createdAt: Instant;
  updatedAt: Instant;
}

export const QUESTION_LIMITS = { askedOf: 200, text: 2_000 } as const;
/** A limit, because each event stores the whole question. */
export const MOST_QUESTION_ENTRIES = 100;

export const QUESTION_REFERENCE = /^Q-\d{4,9}$/;

/** `Q-0004` for 4. */
export const questionReference = (number: number): string => `Q-${String(number).padStart(4, "0")}`;

/** `FR-3-001`, or `FR-3` where no pledge is on record. */
export const aboutName = ({
  participant,
  priority,
  pledge,
}: Omit<QuestionAbout, "priority"> & { priority: number }): string => pledge ?? `${participant}-${priority}`;

/** Null: names neither a pledge nor a position. */
export function aboutNamed(name: string): QuestionAbout | null {
  const [, participant, digit, number] = /^([A-Z]{2,4})-([1-5])(-\d{3,6})?$/.exec(name) ?? [];
  const priority = PRIORITIES.find((one) => String(one) === digit);
  if (participant === undefined || priority === undefined) return null;
  return { participant, priority, pledge: number === undefined ? null : name };
}

export const ASKABLE = codesWith("askable");
export type AskableCode = (typeof ASKABLE)[number];

export const isAskable = (code: UnresolvedCode): code is AskableCode =>
  (ASKABLE as readonly UnresolvedCode[]).includes(code);

/** Causes that a focal point can speak to; empty: nothing to ask. */
export const causesToAsk = ({ code, params }: Pick<UnresolvedItem, "code" | "params">): Cause[] =>
  isAskable(code) ? params.causes.filter(({ what }) => OWN_CAUSES[code]?.includes(what) !== true) : [];

/** Not for a focal point: the desk's own next step, and how the coalition matched an offer to a requirement. */
const OWN_CAUSES: Partial<Record<AskableCode, readonly string[]>> = {
  OVERDUE: ["next-action"],
  CAVEAT_MISMATCH: ["location", "stated", "measure", "gone"],
};

/** The last entry decides. */
export function questionState({ entries }: Pick<Question, "entries">): QuestionState {
  const last = entries.at(-1)?.does;
  return last === "answer" ? "ANSWERED" : last === "withdraw" ? "WITHDRAWN" : "OPEN";
}

/** Nothing is overdue once it is answered or withdrawn. */
export const isQuestionOverdue = (question: Pick<Question, "entries" | "dueOn">, today: Day): boolean =>
  questionState(question) === "OPEN" && question.dueOn !== null && question.dueOn < today;

/** Faults of the question itself, whatever it is about. */
export function whyNotAsk(
  { pledge, code, dueOn }: Pick<Question, "pledge" | "code" | "dueOn">,
  today: Day,
): FieldError[] {
  const fits = code === null || (isAskable(code) && (code === "NO_PLEDGE") === (pledge === null));
  return [
    ...(fits ? [] : [{ path: "code", code: "not-about-this" }]),
    ...(dueOn !== null && dueOn < today ? [{ path: "dueOn", code: "in-past" }] : []),
  ];
}

export type EntryDraft = Omit<QuestionEntry, "by" | "at">;

/** The fields of an entry that is a reason only: they refer to nothing. */
export const BARE = { answeredOn: null, evidence: null, pledge: null, dueOn: null } as const;

/** Adds one entry, or refuses. */
export function withQuestionEntry(
  actor: Actor,
  question: Question,
  draft: EntryDraft,
  { today, at }: { today: Day; at: Instant },
): Result<Question> {
  const why = whyNotChange(actor, question.participant);
  if (why) return refuse(why);
  const isOpen = questionState(question) === "OPEN";
  if (draft.does === "reopen" && isOpen) return refuse("already-there", { because: "asking" });
  if (draft.does !== "reopen" && !isOpen) return refuse("no-such-step", { because: "question" });
  const wrong = wrongDays(draft, today);
  if (wrong.length > 0) return invalid(...wrong);
  if (question.entries.length >= MOST_QUESTION_ENTRIES)
    return invalid({ path: "text", code: "too-many", params: { max: MOST_QUESTION_ENTRIES } });
  return ok({
    ...question,
    dueOn: draft.does === "reopen" ? draft.dueOn : question.dueOn,
    entries: [...question.entries, { ...draft, by: actor.id, at }],
  });
}

export const questionActs = (actor: Actor, question: Question): QuestionAct[] =>
  QUESTION_ACTS.filter(
    (does) =>
      withQuestionEntry(actor, question, { does, text: "", ...BARE }, { today: "", at: question.updatedAt })
        .ok,
  );

function wrongDays({ answeredOn, dueOn }: EntryDraft, today: Day): FieldError[] {
  return [
    ...(answeredOn !== null && answeredOn > today ? [{ path: "answeredOn", code: "in-future" }] : []),
    ...(dueOn !== null && dueOn < today ? [{ path: "dueOn", code: "in-past" }] : []),
  ];
}

/** Newest first. */
export interface QuestionFilter extends Paged {
  state: QuestionState[];
  overdue: ("yes" | "no")[];
  about: QuestionAbout | null;
  code: UnresolvedCode[];
  participant: string[];
  priority: Priority[];
  /** The pledge's owner. */
  owner: string[];
  q: string | null;
}
