// Open questions about a record, and a link to ask one.
import { CoalitionMark } from "@/components/pledges/pledge/coalition-mark";
import { buttonLook, referenceLook } from "@/components/ui/looks";
import type { QuestionRow } from "@/lib/domain/oversight/question-details";
import { aboutName } from "@/lib/domain/oversight/question";
import { translator } from "@/lib/i18n/translator";
import { ReferenceLink } from "@/components/ui/link-to";
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
    <section className="max-md:mt-8 max-md:pb-0 max-md:first:-order-1" aria-labelledby="questions">
      <h2 id="questions">{t("on.title")}</h2>
      {ask === null ? null : (
        <div className="acts gap-2 mb-2 max-md:grid-cols-[1fr_1fr]">
          <a
            className={buttonLook(
              "full w-full max-md:justify-center max-md:whitespace-normal max-md:px-1.5 max-md:min-h-10",
            )}
            href={ask}
          >
            {t("new")}
          </a>
        </div>
      )}
      {questions.length === 0 ? (
        <p className="text-muted">{t("on.none")}</p>
      ) : (
        <ul className="link-list">
          {questions.map(({ question, state, overdue }) => (
            <li key={question.id}>
              <QuestionStateMark state={state} overdue={overdue} />
              <ReferenceLink href={`/questions/${question.reference}`}>{question.reference}</ReferenceLink>
              <p className="text-caption text-muted">
                {view.about ? null : <span className={referenceLook()}>{aboutName(question)} </span>}
                <CoalitionMark reference={question.pledge} />
                {t("of", { office: question.askedOf })}, {dueWords(question.dueOn, overdue)}
              </p>
            </li>
          ))}
        </ul>
      )}
      <p className="text-caption text-muted">
        {more ? (
          <>
            <a href={questionsHref(view)}>{t("on.more")}</a> ·{" "}
          </>
        ) : null}
        <a href={questionsHref({ ...view, state: EVERY_QUESTION_STATE })}>{t("on.all")}</a>
      </p>
    </section>
  );
}
