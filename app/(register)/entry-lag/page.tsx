import { ChartFrame } from "@/components/unresolved/charts/chart-frame";
import { LagCharts } from "@/components/oversight/entry-lag/charts";
import { EntryLagFilterForm, Groupings } from "@/components/oversight/entry-lag/filter-form";
import { EntryLagHeadline } from "@/components/oversight/entry-lag/headline";
import { LagRows } from "@/components/oversight/entry-lag/rows";
import { LagTable } from "@/components/oversight/entry-lag/table";
import { hasEntryLagFilter, type LagView } from "@/components/oversight/entry-lag/view";
import { Mistyped, wrongBoxes } from "@/components/form/mistyped";
import { EmptyState } from "@/components/ui/ledger/empty-state";
import { PageHead } from "@/components/ui/page/page-head";
import { requireActorPage } from "@/lib/auth/page";
import { lagFinding, mayReadLag } from "@/lib/domain/details/entry-lag";
import { lagQuery } from "@/lib/oversight/entry-lag/filter";
import { loadEntryLag, type EntryLag } from "@/lib/oversight/entry-lag/queries";
import { translator } from "@/lib/i18n/translator";
import { parseListAddress } from "@/lib/schema/listed";
import { pageParameters } from "@/lib/schema/parameters";
import { loadSettings } from "@/lib/workspace/settings/queries";
import { loadNames } from "../names";
import { RefusedAndNoted } from "../refused";
import type { PageOf } from "../search";
import { titled } from "../../titled";
import { mistypedDays, settleDays } from "../typed-dates";
import { SavedViewsMenu } from "../saved-views-menu";

const t = translator("entry-lag");
const ui = translator("ui");
const DAYS = ["from", "to"] as const;
const HOME = "/entry-lag";
const ROWS = 20;

export const generateMetadata = titled<PageOf>(async ({ searchParams }) => {
  const { ok } = parseListAddress(lagQuery, await searchParams);
  return ok ? t("title") : ui("errorTitle", { title: t("title") });
});

export default async function EntryLagPage({ searchParams }: PageOf) {
  const [{ actor, at }, search] = await Promise.all([requireActorPage(), searchParams]);
  if (!mayReadLag(actor))
    return <RefusedAndNoted refusal={{ code: "role" }} home={HOME} why={t("forReaders")} />;
  await settleDays(DAYS);
  const params = pageParameters(lagQuery.parameters, search);
  const asked = lagQuery.parse(params);
  const filter = asked.ok ? asked : mistypedDays(asked.refusal, params, DAYS, lagQuery.parse);
  if (!filter.ok) return <RefusedAndNoted refusal={filter.refusal} home={HOME} />;
  const [loaded, { participants: names }, { marking }] = await Promise.all([
    asked.ok ? loadEntryLag(actor, { ...asked.value, limit: ROWS }) : asked,
    loadNames(actor, at),
    loadSettings(),
  ]);

  const { after, limit: _limit, ...view } = filter.value;
  const wrong = wrongBoxes(loaded.ok ? [] : (loaded.refusal.errors ?? []), { ...view });
  return (
    <>
      <Mistyped wrong={wrong} />
      <PageHead title={t("title")}>
        <SavedViewsMenu />
      </PageHead>
      {loaded.ok && !isEmpty(loaded.value) ? <EntryLagHeadline lag={loaded.value.lag} view={view} /> : null}
      <p className="text-muted">{t("intro")}</p>
      <div className="lens">
        <Groupings view={view} />
      </div>
      <EntryLagFilterForm view={view} names={names} errors={wrong} />
      {loaded.ok ? (
        <Figures found={loaded.value} further={after !== null} {...{ view, names, marking, at }} />
      ) : null}
    </>
  );
}

interface Found {
  found: EntryLag;
  view: LagView;
  names: Readonly<Record<string, string>>;
  further: boolean;
  marking: string;
  at: string;
}

function Figures({ found, view, names, further, marking, at }: Found) {
  const { lag, bands, groups, rows } = found;
  if (isEmpty(found)) {
    const state = hasEntryLagFilter(view) ? "filtered" : "first";
    return <EmptyState title={t(`nothing.${state}.title`)} text={t(`nothing.${state}.text`)} />;
  }
  return (
    <>
      <LagTable {...{ groups, lag, view, names }} />
      <ChartFrame
        id="charts"
        finding={t("finding", { ...lagFinding(bands) })}
        note={`${t("charts")}. ${t("chartsNote")}`}
        data={null}
        {...{ at, marking }}
      >
        <LagCharts groups={groups} whole={{ lag, bands }} view={view} names={names} />
        <p className="text-caption text-muted">
          {t("note")} {view.group === "desk" ? t("desksNote") : null}{" "}
          {lag.early === 0 ? null : t("early", { count: lag.early })}
        </p>
      </ChartFrame>
      <LagRows rows={rows} view={view} further={further} />
    </>
  );
}

const isEmpty = ({ lag }: EntryLag): boolean => lag.known + lag.unknown === 0;
