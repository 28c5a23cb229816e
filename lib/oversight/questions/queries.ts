import "server-only";
import { type Actor, mayReadRegister } from "@/lib/domain/people/actor";
import { dayOf, type Day, type Instant } from "@/lib/domain/base/day";
import { isId } from "@/lib/domain/base/id";
import type { Listed } from "@/lib/domain/base/listing";
import {
  type QuestionFilter,
  isQuestionOverdue,
  QUESTION_REFERENCE,
  questionActs,
  questionState,
  type Question,
  type QuestionAbout,
} from "@/lib/domain/oversight/question";
import {
  askedKey,
  type AskedQuestion,
  type KnownQuestion,
  type QuestionCounts,
  type QuestionRow,
  type QuestionDetails,
  type QuestionStep,
} from "@/lib/domain/oversight/question-details";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import type { UnresolvedRow } from "@/lib/domain/unresolved/summary";
import type { LoggedEvent } from "@/lib/db/log/history";
import {
  countQuestions,
  countQuestionStates,
  findAskedOn,
  findOffices,
  findOpenOn,
  findQuestionEvents,
  findQuestions,
} from "@/lib/db/queries/oversight/questions";
import { findSettings, todayAt } from "@/lib/db/queries/log/settings";
import { questionQuery } from "./filter";

/** Newest first. */
export async function loadQuestions(
  actor: Actor,
  filter: QuestionFilter,
  at: Instant,
): Promise<Result<Listed<QuestionRow>>> {
  if (!mayReadRegister(actor)) return refuse("role");
  const today = await todayAt(at);
  const [found, total] = await Promise.all([findQuestions(filter, today), countQuestions(filter, today)]);
  return ok(questionQuery.page(found.map(rowOn(today)), filter, total));
}

export async function loadQuestionCounts(actor: Actor, at: Instant): Promise<Result<QuestionCounts>> {
  return mayReadRegister(actor) ? ok(await countQuestionStates(await todayAt(at))) : refuse("role");
}

export async function loadQuestion(
  actor: Actor,
  name: string,
  at: Instant,
): Promise<Result<QuestionDetails>> {
  if (!mayReadRegister(actor)) return refuse("role");
  const [found] = QUESTION_REFERENCE.test(name) || isId(name) ? await findQuestions({ name }) : [];
  if (!found) return refuse("not-found");
  const { question } = found;
  const events = await findQuestionEvents(question);
  return ok({
    ...rowOn(await todayAt(at))(found),
    version: question.version,
    story: events.map(stepOf),
    may: questionActs(actor, question),
  });
}

const SHOWN = 20;

/** The open questions on a pledge, a position or a participant, earliest due first; and whether there are more. */
export async function loadQuestionsOn(
  actor: Actor,
  on: QuestionAbout | { participant: string },
  at: Instant,
): Promise<Result<{ questions: QuestionRow[]; more: boolean }>> {
  if (!mayReadRegister(actor)) return refuse("role");
  const [found, today] = await Promise.all([findOpenOn(on, SHOWN + 1), todayAt(at)]);
  return ok({ questions: found.slice(0, SHOWN).map(rowOn(today)), more: found.length > SHOWN });
}

type Item = Pick<UnresolvedRow, "participant" | "priority" | "reference" | "code">;

/** The open questions that came from these items, by `askedKey`. */
export async function loadAsked(
  actor: Actor,
  items: readonly Item[],
  at: Instant,
): Promise<Result<ReadonlyMap<string, AskedQuestion>>> {
  if (!mayReadRegister(actor)) return refuse("role");
  if (items.length === 0) return ok(new Map());
  const [found, { timeZone }] = await Promise.all([findAskedOn(items), findSettings()]);
  const today = dayOf(at, timeZone);
  return ok(
    new Map(
      found.map((question) => [
        askedKey(question, question.code ?? ""),
        {
          reference: question.reference,
          askedOn: dayOf(question.createdAt, timeZone),
          dueOn: question.dueOn,
          overdue: isQuestionOverdue(question, today),
        },
      ]),
    ),
  );
}

const OFFICES = 20;

/** Suggestions: offices that were asked about a participant before. */
export async function loadOffices(actor: Actor, participant: string): Promise<Result<string[]>> {
  return mayReadRegister(actor) ? ok(await findOffices(participant, OFFICES)) : refuse("role");
}

const rowOn =
  (today: Day) =>
  (known: KnownQuestion): QuestionRow => ({
    ...known,
    state: questionState(known.question),
    overdue: isQuestionOverdue(known.question, today),
  });

function stepOf({ seq, at, actorName, actorRole, after }: LoggedEvent): QuestionStep {
  const { text, dueOn, entries } = after as unknown as Question;
  const last = entries.at(-1);
  const step = { seq, at, by: { name: actorName, role: actorRole } };
  if (!last) return { ...step, does: "ask", text, answeredOn: null, evidence: null, pledge: null, dueOn };
  const { does, text: said, answeredOn, evidence, pledge } = last;
  return { ...step, does, text: said, answeredOn, evidence, pledge, dueOn: last.dueOn };
}
