// The view of the list of questions: what its address says; and where one is asked.
import { viewHref } from "@/components/ui/address/view-href";
import type { QuestionFilter } from "@/lib/domain/oversight/question";
import { aboutName, QUESTION_STATES, type QuestionAbout } from "@/lib/domain/oversight/question";

export type QuestionsView = Omit<QuestionFilter, "after" | "limit">;

export const questionsHref = ({ state, about, ...view }: Partial<QuestionsView>, cursor?: string): string =>
  viewHref("/questions", {
    state: state?.join(",") === "OPEN" ? [] : state,
    ...view,
    about: about ? aboutName(about) : null,
    cursor,
  });

export const EVERY_QUESTION_STATE = [...QUESTION_STATES];

/** Narrowed to less than all that is open, or to something else? */
export const hasQuestionsFilter = (view: QuestionsView): boolean => questionsHref(view) !== "/questions";

type Place = Omit<QuestionAbout, "priority"> & { priority: number };

/** Where a question about something is asked, from the item of this code. */
export const askHref = (about: Place, code?: string): string =>
  viewHref("/questions/new", { about: aboutName(about), code });

/** Where it is read what a question is about. */
export const aboutHref = ({ participant, priority, pledge }: Place): string =>
  pledge === null ? `/participants/${participant}#priority-${priority}` : `/pledges/${pledge}`;
