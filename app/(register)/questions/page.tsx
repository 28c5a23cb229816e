import { Markup } from "@/components/ui/page/markup/markup";
import { QuestionsFilterForm } from "@/components/oversight/questions/filter-form";
import { QuestionCountsShown, QuestionsSummary } from "@/components/oversight/questions/summary";
import { QuestionTable } from "@/components/oversight/questions/table";
import { hasQuestionsFilter, questionsHref } from "@/components/oversight/questions/view";
import { RowKeys } from "@/components/tables/keys/row-keys";
import { Pager } from "@/components/tables/pager";
import { EmptyState } from "@/components/ui/ledger/empty-state";
import { buttonLook } from "@/components/ui/looks";
import { PageHead } from "@/components/ui/page/page-head";
import { requireActorPage } from "@/lib/auth/page";
import { mayKeepRecords } from "@/lib/domain/people/actor";
import { translator } from "@/lib/i18n/translator";
import { parseListAddress } from "@/lib/schema/listed";
import { questionQuery } from "@/lib/oversight/questions/filter";
import { loadQuestionCounts, loadQuestions } from "@/lib/oversight/questions/queries";
import { loadNames } from "../names";
import { RefusedAndNoted } from "../refused";
import type { PageOf } from "../search";
import { titled } from "../../titled";
import { SavedViewsMenu } from "../saved-views-menu";

const t = translator("questions");

export const generateMetadata = titled(() => t("title"));

export default async function QuestionsPage({ searchParams }: PageOf) {
  const [{ actor, at }, search] = await Promise.all([requireActorPage(), searchParams]);
  const asked = parseListAddress(questionQuery, search);
  if (!asked.ok) return <RefusedAndNoted refusal={asked.refusal} home="/questions" />;
  const [loaded, counts, names] = await Promise.all([
    loadQuestions(actor, asked.value, at),
    loadQuestionCounts(actor, at),
    loadNames(actor, at),
  ]);
  if (!loaded.ok) return <RefusedAndNoted refusal={loaded.refusal} home="/questions" />;

  const { after, limit: _limit, ...view } = asked.value;
  const { items, next } = loaded.value;
  const state = hasQuestionsFilter(view) ? "filtered" : "first";
  return (
    <>
      <PageHead title={t("title")}>
        <SavedViewsMenu />
        {mayKeepRecords(actor) ? (
          <a className={buttonLook("primary")} href="/questions/new">
            {t("new")}
          </a>
        ) : null}
      </PageHead>
      {counts.ok ? (
        <Markup>
          <QuestionCountsShown counts={counts.value} />
        </Markup>
      ) : null}
      <p className="text-muted">{t("intro")}</p>
      <QuestionsFilterForm view={view} names={names} />
      <QuestionsSummary view={view} found={loaded.value} />
      {items.length === 0 ? (
        <EmptyState title={t(`nothing.${state}.title`)} text={t(`nothing.${state}.text`)}>
          {state === "first" ? (
            <a href={questionsHref({ state: ["ANSWERED"] })}>{t("nothing.first.answered")}</a>
          ) : null}
        </EmptyState>
      ) : (
        <Markup>
          <QuestionTable questions={items} names={names} at={at} />
        </Markup>
      )}
      <Pager href={(cursor) => questionsHref(view, cursor)} next={next} further={after !== null} />
      <RowKeys />
    </>
  );
}
