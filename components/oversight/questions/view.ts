import { viewHref } from "@/components/ui/address/view-href";
import {
  type QuestionFilter,
  aboutName,
  QUESTION_STATES,
  type QuestionAbout,
} from "@/lib/domain/oversight/question";

export type QuestionsView = Omit<QuestionFilter, "after" | "limit">;

export const questionsHref = ({ state, about, ...view }: Partial<QuestionsView>, cursor?: string): string =>
  viewHref("/questions", {
    state: state?.join(",") === "OPEN" ? [] : state,
    ...view,
    about: about ? aboutName(about) : null,
    cursor,
  });

export const EVERY_QUESTION_STATE = [...QUESTION_STATES];

/** Whether the view differs from the usual one. */
export const hasQuestionsFilter = (view: QuestionsView): boolean => questionsHref(view) !== "/questions";

type Place = Omit<QuestionAbout, "priority"> & { priority: number };

/** The form that asks a question, from the item of this code. */
export const askHref = (about: Place, code?: string): string =>
  viewHref("/questions/new", { about: aboutName(about), code });

/** The page of what a question is about. */
export const aboutHref = ({ participant, priority, pledge }: Place): string =>
  pledge === null ? `/participants/${participant}#priority-${priority}` : `/pledges/${pledge}`;
