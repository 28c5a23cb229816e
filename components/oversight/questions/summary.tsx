import { linkTo } from "@/components/ui/link-to";
import type { QuestionCounts } from "@/lib/domain/oversight/question-details";
import { counted } from "@/components/tables/counted";
import { toWholeList } from "@/components/tables/filter-words";
import { ListSummary } from "@/components/ui/ledger/list-summary";
import type { Listed } from "@/lib/domain/base/listing";
import { aboutName } from "@/lib/domain/oversight/question";
import { withMarking } from "@/lib/i18n/coalition-only";
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

/** How many, and the filters that no box of the form shows. */
export function QuestionsSummary({ view, found }: { view: QuestionsView; found: Listed<unknown> }) {
  const { about, code, priority } = view;
  const narrowed = [
    ...(about ? [t("filter.about", { name: withMarking(aboutName(about)) })] : []),
    ...(code.length > 0
      ? [t("filter.code", { codes: code.map((one) => domain(`code.${one}`)).join(", ") })]
      : []),
    ...priority.map((one) => domain(`priority.${one}`)),
  ];
  return (
    <ListSummary whole={toWholeList(hasQuestionsFilter(view), "/questions")}>
      {[t("total", counted(found)), ...narrowed].join(" · ")}
    </ListSummary>
  );
}
