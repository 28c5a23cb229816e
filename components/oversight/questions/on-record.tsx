// Open questions about a record, and a link to ask one.
import { CoalitionMark } from "@/components/pledges/pledge/coalition-mark";
import { buttonLook, referenceLook } from "@/components/ui/looks";
import type { QuestionRow } from "@/lib/domain/oversight/question-details";
import { aboutName } from "@/lib/domain/oversight/question";
import { translator } from "@/lib/i18n/translator";
import { ReferenceLink } from "@/components/ui/link-to";
import { OpenAbout } from "../open-about";
import { dueWords } from "./due-words";
import { QuestionStateMark } from "./state-mark";
import { EVERY_QUESTION_STATE, questionsHref, type QuestionsView } from "./view";

const t = translator("questions");

export function QuestionsOnRecord({
  view,
  questions,
  more,
  ask,
}: {
  /** The view that lists all questions about this record. */
  view: Partial<QuestionsView>;
  questions: readonly QuestionRow[];
  more: boolean;
  /** The form that asks one; null when the user may not. */
  ask: string | null;
}) {
  return (
    <OpenAbout
      id="questions"
      t={t}
      open={questions}
      add={
        ask === null ? null : (
          <a
            className={buttonLook(
              "full w-full max-md:justify-center max-md:whitespace-normal max-md:px-1.5 max-md:min-h-10",
            )}
            href={ask}
          >
            {t("new")}
          </a>
        )
      }
      moreHref={more ? questionsHref(view) : null}
      allHref={questionsHref({ ...view, state: EVERY_QUESTION_STATE })}
    >
      {({ question, state, overdue }) => (
        <li key={question.id}>
          <QuestionStateMark state={state} overdue={overdue} />
          <ReferenceLink href={`/questions/${question.reference}`}>{question.reference}</ReferenceLink>
          <p className="text-caption text-muted">
            {view.about ? null : <span className={referenceLook()}>{aboutName(question)} </span>}
            <CoalitionMark reference={question.pledge} />
            {t("of", { office: question.askedOf })}, {dueWords(question.dueOn, overdue)}
          </p>
        </li>
      )}
    </OpenAbout>
  );
}
