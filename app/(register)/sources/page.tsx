import { Markup } from "@/components/ui/page/markup/markup";
import { SourcesFilterForm } from "@/components/pledges/sources/filter-form";
import { SourceTable } from "@/components/pledges/sources/table";
import { hasSourcesFilter, sourcesHref, sourcesCsvHref } from "@/components/pledges/sources/view";
import { counted } from "@/components/tables/counted";
import { ExportLink } from "@/components/tables/export-link";
import { toWholeList } from "@/components/tables/filter-words";
import { parseTyped } from "@/components/tables/typed/parse-typed";
import { RowKeys } from "@/components/tables/keys/row-keys";
import { Pager } from "@/components/tables/pager";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { EmptyState } from "@/components/ui/ledger/empty-state";
import { ListFrame } from "@/components/ui/ledger/list-frame";
import { ListSummary } from "@/components/ui/ledger/list-summary";
import { buttonLook } from "@/components/ui/looks";
import { mayKeepRecords } from "@/lib/domain/people/actor";
import { translator } from "@/lib/i18n/translator";
import { pageParameters } from "@/lib/schema/parameters";
import { parseSourceFilter } from "@/lib/pledges/sources/asked";
import { sourceQuery } from "@/lib/pledges/sources/filter";
import { loadSources } from "@/lib/pledges/sources/queries";
import { readAt } from "../read-at";
import { RefusedAndNoted } from "../refused";
import type { PageOf } from "../search";
import { titled } from "../../titled";
import { SavedViewsMenu } from "../saved-views-menu";

const t = translator("sources");

export const generateMetadata = titled(() => t("title"));

export default async function SourcesPage({ searchParams }: PageOf) {
  const [{ actor, at, viewer }, search] = await Promise.all([readAt(), searchParams]);
  const { asked, trouble } = parseTyped(parseSourceFilter, pageParameters(sourceQuery.parameters, search));
  if (!asked.ok) return <RefusedAndNoted refusal={asked.refusal} home="/sources" />;
  const loaded = await loadSources(actor, asked.value, at);
  if (!loaded.ok) return <RefusedAndNoted refusal={loaded.refusal} home="/sources" />;

  const { after, limit: _limit, ...view } = asked.value;
  const { items, next } = loaded.value;
  const narrowed = hasSourcesFilter(view);
  const state = narrowed ? "filtered" : "first";
  return (
    <ListFrame
      title={t("title")}
      summary={
        <ListSummary whole={toWholeList(narrowed, "/sources")}>
          {t("total", { ...counted(loaded.value), narrowed: String(narrowed) })}
        </ListSummary>
      }
      actions={
        <>
          <SavedViewsMenu />
          {items.length === 0 ? null : <ExportLink href={sourcesCsvHref(view)} />}
          {mayKeepRecords(viewer) ? (
            <a className={buttonLook()} href={asOfHref("/sources/new")}>
              {translator("passages")("new")}
            </a>
          ) : null}
        </>
      }
      filter={<SourcesFilterForm view={view} trouble={trouble} />}
    >
      {items.length === 0 ? (
        <EmptyState title={t(`nothing.${state}.title`)} text={t(`nothing.${state}.text`)} />
      ) : (
        <Markup>
          <SourceTable sources={items} />
        </Markup>
      )}
      <Pager href={(cursor) => asOfHref(sourcesHref(view, cursor))} next={next} further={after !== null} />
      <p className="text-muted">{t("intro")}</p>
      <RowKeys hint="reader" />
    </ListFrame>
  );
}
