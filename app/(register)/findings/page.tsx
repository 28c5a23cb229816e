import { FindingCounts } from "@/components/oversight/findings/counts";
import { FindingsFilterForm } from "@/components/oversight/findings/filter-form";
import { FindingTable } from "@/components/oversight/findings/table";
import { findingsHref, hasFindingsFilter } from "@/components/oversight/findings/view";
import { counted } from "@/components/tables/counted";
import { toWholeList } from "@/components/tables/filter-words";
import { Pager } from "@/components/tables/pager";
import { EmptyState } from "@/components/ui/ledger/empty-state";
import { ListSummary } from "@/components/ui/ledger/list-summary";
import { buttonLook } from "@/components/ui/looks";
import { PageHead } from "@/components/ui/page/page-head";
import { requireActorPage } from "@/lib/auth/page";
import { mayNoteFindings } from "@/lib/domain/oversight/finding";
import { findingQuery } from "@/lib/oversight/findings/filter";
import { loadFindingCounts, loadFindings } from "@/lib/oversight/findings/queries";
import { translator } from "@/lib/i18n/translator";
import { parseListAddress } from "@/lib/schema/listed";
import { RefusedAndNoted } from "../refused";
import type { PageOf } from "../search";
import { titled } from "../../titled";
import { SavedViewsMenu } from "../saved-views-menu";

const t = translator("findings");
const shell = translator("shell");

export const generateMetadata = titled(() => t("title"));

export default async function FindingsPage({ searchParams }: PageOf) {
  const [{ actor, at }, search] = await Promise.all([requireActorPage(), searchParams]);
  const asked = parseListAddress(findingQuery, search);
  if (!asked.ok) return <RefusedAndNoted refusal={asked.refusal} home="/findings" />;
  const [loaded, counts] = await Promise.all([loadFindings(actor, asked.value), loadFindingCounts(actor)]);
  if (!loaded.ok) return <RefusedAndNoted refusal={loaded.refusal} home="/findings" />;

  const { after, limit: _limit, ...view } = asked.value;
  const { items, next } = loaded.value;
  const narrowed = hasFindingsFilter(view);
  const state = narrowed ? "filtered" : "first";
  const mayNote = mayNoteFindings(actor);
  return (
    <>
      <PageHead title={t("title")}>
        <SavedViewsMenu />
        {mayNote ? (
          <a className={buttonLook("primary")} href="/findings/new">
            {t("new")}
          </a>
        ) : null}
      </PageHead>
      {counts.ok ? <FindingCounts counts={counts.value} /> : null}
      <p className="text-muted">
        {t("intro")}{" "}
        {mayNote ? (
          <>
            {t("also")} <a href="/sample">{shell("page.sample")}</a> ·{" "}
            <a href="/entry-lag">{shell("page.entryLag")}</a>
          </>
        ) : null}
      </p>
      <FindingsFilterForm view={view} />
      <ListSummary whole={toWholeList(narrowed, "/findings")}>
        {t("total", counted(loaded.value))}
        {view.about ? ` · ${t("filter.about", { name: view.about })}` : null}
      </ListSummary>
      {items.length === 0 ? (
        <EmptyState title={t(`nothing.${state}.title`)} text={t(`nothing.${state}.text`)}>
          {narrowed ? null : <a href={findingsHref({ state: ["CLOSED"] })}>{t("nothing.first.closed")}</a>}
        </EmptyState>
      ) : (
        <FindingTable findings={items} at={at} />
      )}
      <Pager href={(cursor) => findingsHref(view, cursor)} next={next} further={after !== null} />
    </>
  );
}
