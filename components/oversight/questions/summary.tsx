import { linkTo } from "@/components/ui/link-to";
import { aboutName } from "@/lib/domain/oversight/question";
import { withMarking } from "@/lib/i18n/coalition-only";
import type { QuestionCounts } from "@/lib/domain/oversight/question-details";
import { numberInWords } from "@/lib/i18n/numbers";
import { translator } from "@/lib/i18n/translator";
import { hasQuestionsFilter, questionsHref, type QuestionsView } from "./view";

const t = translator("questions");
const domain = translator("domain");

/** All questions by state; each number leads to its rows. */
export function QuestionCountsShown({ counts }: { counts: QuestionCounts }) {
  if (counts.open + counts.answered + counts.withdrawn === 0) return null;
  return (
    <p className="headline">
      {t.rich("counts", {
        ...counts,
        openLink: linkTo(questionsHref({})),
        overdueLink: linkTo(questionsHref({ overdue: ["yes"] })),
        answeredLink: linkTo(questionsHref({ state: ["ANSWERED"] })),
        withdrawnLink: linkTo(questionsHref({ state: ["WITHDRAWN"] })),
      })}
    </p>
  );
}

export function QuestionsSummary({
  view,
  total,
  capped,
}: {
  view: QuestionsView;
  total: number;
  capped: boolean;
}) {
  const narrowed = [
    ...(view.about ? [t("filter.about", { name: withMarking(aboutName(view.about)) })] : []),
    ...(view.code.length > 0
      ? [t("filter.code", { codes: view.code.map((one) => domain(`code.${one}`)).join(", ") })]
      : []),
    ...view.priority.map((one) => domain(`priority.${one}`)),
  ];
  return (
    <p className="muted">
      {t("total", { capped: String(capped), total: numberInWords(total), count: total })}
      {narrowed.map((one) => ` · ${one}`)}
      {hasQuestionsFilter(view) ? (
        <>
          {" · "}
          <a href={questionsHref({})}>{t("filter.clear")}</a>
        </>
      ) : null}
    </p>
  );
}

/** None is open, or none fits the view. */
export function NoQuestions({ view }: { view: QuestionsView }) {
  const state = hasQuestionsFilter(view) ? "filtered" : "first";
  return (
    <div className="state">
      <h2>{t(`nothing.${state}.title`)}</h2>
      <p>{t(`nothing.${state}.text`)}</p>
      {state === "first" ? (
        <p>
          <a href={questionsHref({ state: ["ANSWERED"] })}>{t("nothing.first.answered")}</a>
        </p>
      ) : null}
    </div>
  );
}
