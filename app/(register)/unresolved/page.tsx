import { asOfHref } from "@/components/ui/address/as-of-href";
import { ExportLink } from "@/components/tables/export-link";
import { PackageLink, parametersIn } from "@/components/tables/package-link";
import { parseTyped } from "@/components/tables/typed/parse-typed";
import { RowKeys } from "@/components/tables/keys/row-keys";
import { KeepPlace } from "@/components/ui/address/keep-place";
import { ComparedWith } from "@/components/unresolved/unresolved/against";
import { Dormant } from "@/components/unresolved/unresolved/dormant";
import { Figures } from "@/components/unresolved/unresolved/figures";
import { UnresolvedFilterForm } from "@/components/unresolved/unresolved/filter-form";
import { UnresolvedHeadline, ViewHeadline } from "@/components/unresolved/unresolved/headline";
import { NothingUnresolved } from "@/components/unresolved/unresolved/nothing";
import { UnresolvedTable } from "@/components/unresolved/unresolved/table";
import { UnresolvedTabs } from "@/components/unresolved/unresolved/tabs";
import { Markup } from "@/components/ui/page/markup/markup";
import { viewHref } from "@/components/ui/address/view-href";
import { buttonLook } from "@/components/ui/looks";
import { PageHead } from "@/components/ui/page/page-head";
import { unresolvedCsvHref, hasUnresolvedFilter } from "@/components/unresolved/unresolved/view";
import { ofReader } from "@/lib/domain/details/pledge-filter";
import { mayKeepRecords } from "@/lib/domain/people/actor";
import { registerDay } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { pageParameters } from "@/lib/schema/parameters";
import { askedTogether } from "@/lib/workspace/pages/queries";
import { parseUnresolvedFilter } from "@/lib/unresolved/unresolved/asked";
import { itemQuery } from "@/lib/unresolved/unresolved/filter";
import { readAt } from "../read-at";
import { RefusedAndNoted } from "../refused";
import { textOf, type PageOf } from "../search";
import { loadSavedViews, SavedViewsMenu } from "../saved-views-menu";
import { loadUnresolvedView } from "./view";
import { titled } from "../../titled";

const t = translator("unresolved");

export const generateMetadata = titled(() => t("title"));

export default async function UnresolvedPage({ searchParams }: PageOf) {
  const [{ actor, viewer, at, moment }, search] = await Promise.all([readAt(), searchParams]);
  const { asked, trouble } = parseTyped(parseUnresolvedFilter, pageParameters(itemQuery.parameters, search));
  if (!asked.ok) return <RefusedAndNoted refusal={asked.refusal} home="/unresolved" />;

  const { after, limit: _limit, ...filter } = asked.value;
  const view = { ...filter, open: textOf(search.open) };
  const [loaded] = await askedTogether(() =>
    Promise.all([loadUnresolvedView(actor, view, after, at), loadSavedViews()]),
  );
  if (!loaded.ok) return <RefusedAndNoted refusal={loaded.refusal} home="/unresolved" />;

  const { headline, scope, shown, opened, names } = loaded.value;
  const today = registerDay(moment);
  // A package is the same for every reader.
  const packaged = parametersIn(unresolvedCsvHref(ofReader(actor, view)));
  const empty = headline.positions === 0 && headline.openPledges === 0 && scope.counted === 0;
  return (
    <>
      <Markup>
        <PageHead title={t("title")}>
          <SavedViewsMenu />
          <a className={buttonLook()} href={asOfHref("/unresolved/ages")}>
            {t("ages")}
          </a>
          <a className={buttonLook()} href={asOfHref(viewHref("/changes", { since: filter.against?.text }))}>
            {t("changes")}
          </a>
          {shown.groups.length === 0 ? null : (
            <>
              <ExportLink href={unresolvedCsvHref(view)} />
              <PackageLink actor={actor} what="UNRESOLVED" filter={packaged} />
            </>
          )}
        </PageHead>
      </Markup>
      {empty ? null : (
        <>
          <Markup>
            {hasUnresolvedFilter(view) ? (
              <ViewHeadline
                counted={shown.counted}
                dormant={shown.dormant}
                all={headline.items}
                {...{ view, names }}
              />
            ) : (
              <UnresolvedHeadline figures={headline} />
            )}
          </Markup>
          <Markup>
            <Figures summary={scope} view={view} today={today} />
          </Markup>
          <Markup>
            <UnresolvedTabs summary={scope} view={view} />
          </Markup>
          {shown.against ? <ComparedWith against={shown.against} view={view} /> : null}
          <UnresolvedFilterForm view={view} names={names} trouble={trouble} />
        </>
      )}
      {shown.groups.length === 0 ? (
        <NothingUnresolved view={view} empty={empty} mayLog={mayKeepRecords(viewer)} />
      ) : (
        <Markup>
          <UnresolvedTable groups={shown.groups} opened={opened} view={view} names={names} today={today} />
        </Markup>
      )}
      {empty || view.class.length + view.code.length > 0 ? null : (
        <Markup>
          <Dormant count={scope.dormant} view={view} />
        </Markup>
      )}
      <KeepPlace />
      <RowKeys />
    </>
  );
}
