import { aboutNamed, QUESTION_STATES, type QuestionFilter } from "@/lib/domain/oversight/question";
import type { QuestionRow } from "@/lib/domain/oversight/question-details";
import { ok } from "@/lib/domain/base/result";
import { UNRESOLVED_CODES } from "@/lib/domain/unresolved/unresolved";
import { listQuery, orUsual, type FiltersOf } from "@/lib/schema/listed";
import { listParameter, owners, participantCodes, priorities, words } from "@/lib/schema/parameters";
import { aboutInput } from "./schema";

/** Newest first; by default those that are open. */
export const questionQuery = listQuery({
  filters: {
    state: listParameter(QUESTION_STATES),
    /** "yes": due before today and still open; "no": all others. */
    overdue: listParameter(["yes", "no"] as const),
    about: aboutInput.transform(aboutNamed).nullable().default(null),
    code: listParameter(UNRESOLVED_CODES),
    participant: participantCodes,
    priority: priorities,
    owner: owners,
    q: words,
  } satisfies FiltersOf<QuestionFilter>,
  order: "-number",
  keyOf: ({ question }: Pick<QuestionRow, "question">) => [String(Number(question.reference.slice(2)))],
  isKey: ([number = "", ...rest]) => rest.length === 0 && /^[1-9]\d{0,8}$/.test(number),
  complete: (filter) => ok({ ...filter, state: orUsual(filter.state, ["OPEN"]) }),
});
