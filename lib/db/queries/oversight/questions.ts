import type { Day } from "@/lib/domain/base/day";
import { isId } from "@/lib/domain/base/id";
import { COUNTED_TO } from "@/lib/domain/base/listing";
import type { QuestionFilter, Question, QuestionAbout } from "@/lib/domain/oversight/question";
import type { KnownQuestion, QuestionCounts } from "@/lib/domain/oversight/question-details";
import { LOGGED, PREVIOUS, type LoggedEvent } from "../../log/history";
import { questionOf } from "../../records/question";
import { RECORDS, type JsonOf } from "../../statements/record-json";
import { ask } from "../../sql/ask";
import { ownedBy, wordsOf } from "../pledges/pledge-list";
import { all, anyOf, raw, sql, type Sql } from "../../sql/sql";

/** A page, newest first; one more than the limit, if another page follows. Or one by reference or id. */
export function findQuestions(asked: { name: string }): Promise<KnownQuestion[]>;
export function findQuestions(filter: QuestionFilter, today: Day): Promise<KnownQuestion[]>;
export function findQuestions(
  filter: QuestionFilter | { name: string },
  today: Day = "",
): Promise<KnownQuestion[]> {
  if ("name" in filter)
    return found(
      isId(filter.name) ? sql`r.id = ${filter.name}::uuid` : sql`r.reference = ${filter.name}`,
      NEWEST,
      1,
    );
  const [number] = filter.after ?? [];
  const further = number === undefined ? null : sql`r.number < ${number}::int`;
  return found(all([matching(filter, today), further]), NEWEST, filter.limit + 1);
}

export async function countQuestions(filter: QuestionFilter, today: Day): Promise<number> {
  const [row] = await ask<{ n: number }>(sql`
    SELECT count(*)::int AS n
      FROM (SELECT FROM ${QUESTIONS} WHERE ${matching(filter, today)} LIMIT ${COUNTED_TO + 1}) counted`);
  return row?.n ?? 0;
}

export async function countQuestionStates(today: Day): Promise<QuestionCounts> {
  const [row] = await ask<QuestionCounts>(sql`
    SELECT count(*) FILTER (WHERE state = 'OPEN')::int AS open,
           count(*) FILTER (WHERE state = 'OPEN' AND due_on < ${today}::date)::int AS overdue,
           count(*) FILTER (WHERE state = 'ANSWERED')::int AS answered,
           count(*) FILTER (WHERE state = 'WITHDRAWN')::int AS withdrawn FROM question`);
  return row ?? { open: 0, overdue: 0, answered: 0, withdrawn: 0 };
}

/** Open ones, the first due first. */
export const findOpenOn = (
  on: QuestionAbout | { participant: string },
  limit: number,
): Promise<KnownQuestion[]> =>
  found(
    all([sql`r.state = 'OPEN'`, "priority" in on ? aboutThis(on) : sql`r.participant = ${on.participant}`]),
    sql`r.due_on NULLS LAST, r.number`,
    limit,
  );

type Asked = Pick<
  Question,
  "reference" | "participant" | "priority" | "pledge" | "code" | "dueOn" | "createdAt" | "entries"
>;

/** The open questions from these items; at most one each. */
export function findAskedOn(
  items: readonly { participant: string; priority: number; reference: string | null; code: string }[],
): Promise<Asked[]> {
  return ask<{ question: JsonOf["question"] }>(sql`
    SELECT ${raw(RECORDS.question.json)} AS question
      FROM question r
      JOIN unnest(${items.map((item) => item.participant)}::text[], ${items.map((item) => item.priority)}::smallint[],
                  ${items.map((item) => item.reference ?? "")}::text[], ${items.map((item) => item.code)}::text[])
           AS item (participant, priority, pledge, code)
        ON r.participant = item.participant AND r.priority = item.priority
           AND coalesce(r.pledge, '') = item.pledge AND r.code = item.code
     WHERE r.state = 'OPEN'`).then((rows) => rows.map(({ question }) => questionOf(question)));
}

/** Offices asked about a participant before, latest first. */
export async function findOffices(participant: string, limit: number): Promise<string[]> {
  const rows = await ask<{ office: string }>(sql`
    SELECT asked_of AS office FROM question WHERE participant = ${participant}
     GROUP BY asked_of ORDER BY max(number) DESC LIMIT ${limit}`);
  return rows.map(({ office }) => office);
}

/** Its events, oldest first. */
export function findQuestionEvents({ id }: Pick<Question, "id">): Promise<LoggedEvent[]> {
  return ask<LoggedEvent>(sql`
    SELECT ${LOGGED}
      FROM audit.event e
      ${PREVIOUS}
     WHERE e.entity_type = 'question' AND e.entity_id = ${id}
     ORDER BY e.seq`);
}

const NEWEST = sql`r.number DESC`;

const QUESTIONS = sql`question r LEFT JOIN pledge p ON p.reference = r.pledge`;

const found = (which: Sql, order: Sql, limit: number): Promise<KnownQuestion[]> =>
  ask<Omit<KnownQuestion, "question"> & { question: JsonOf["question"] }>(sql`
    SELECT ${raw(RECORDS.question.json)} AS question, p.title, p.owner,
           json_build_object('name', first.actor_name, 'role', first.actor_role) AS by,
           json_build_object('by', json_build_object('name', last.actor_name, 'role', last.actor_role),
                             'at', audit.instant(last.at)) AS last
      FROM ${QUESTIONS}
      JOIN audit.event first ON first.entity_type = 'question' AND first.entity_id = r.id::text AND first.entity_version = 1
      JOIN audit.event last ON last.entity_type = 'question' AND last.entity_id = r.id::text AND last.entity_version = r.version
     WHERE ${which} ORDER BY ${order} LIMIT ${limit}`).then((rows) =>
    rows.map(({ question, ...known }) => ({ question: questionOf(question), ...known })),
  );

const aboutThis = ({ participant, priority, pledge }: QuestionAbout): Sql =>
  pledge === null
    ? sql`r.pledge IS NULL AND r.participant = ${participant} AND r.priority = ${priority}`
    : sql`r.pledge = ${pledge}`;

/** The text of the question and its entries, with the name of its subject. */
const SEARCHED = sql`lower(concat_ws(' ', r.reference, coalesce(r.pledge, r.participant || '-' || r.priority), p.title,
  r.asked_of, r.text, (SELECT string_agg(one->>'text', ' ') FROM jsonb_array_elements(r.entries) one)))`;

const isOverdue = (today: Day): Sql =>
  sql`(r.state = 'OPEN' AND r.due_on IS NOT NULL AND r.due_on < ${today}::date)`;

const matching = (filter: QuestionFilter, today: Day): Sql =>
  all([
    anyOf(sql`r.state`, filter.state),
    filter.overdue.length === 1
      ? filter.overdue[0] === "yes"
        ? isOverdue(today)
        : sql`NOT ${isOverdue(today)}`
      : null,
    filter.about && aboutThis(filter.about),
    anyOf(sql`r.code`, filter.code),
    anyOf(sql`r.participant`, filter.participant),
    anyOf(sql`r.priority`, filter.priority, "smallint"),
    ownedBy(sql`p.owner`, filter.owner),
    ...wordsOf(filter.q).map((word) => sql`${SEARCHED} LIKE lower(${word})`),
  ]);
