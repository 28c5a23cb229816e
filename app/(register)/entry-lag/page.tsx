import { LagCharts } from "@/components/entry-lag/charts";
import { FilterForm, Groupings } from "@/components/entry-lag/filter-form";
import { Headline } from "@/components/entry-lag/headline";
import { LagRows } from "@/components/entry-lag/rows";
import { LagTable } from "@/components/entry-lag/table";
import { isNarrowed } from "@/components/entry-lag/view";
import { requireActorPage } from "@/lib/auth/page";
import { lagParameters, parseLagFilter } from "@/lib/entry-lag/filter";
import { loadEntryLag } from "@/lib/entry-lag/queries";
import { translator } from "@/lib/i18n/translator";
import { pageParameters } from "@/lib/parameters";
import { loadSettings } from "@/lib/settings/queries";
import { loadNames } from "../load-names";
import { Refused } from "../refused";
import type { Search } from "../search";
import { titled } from "../../titled";
import { ViewsBeside } from "../views-beside";

const t = translator("entry-lag");
const HOME = "/entry-lag";
const ROWS = 20;

export const generateMetadata = titled(() => t("title"));

export default async function EntryLagPage({ searchParams }: { searchParams: Promise<Search> }) {
  const [{ actor, at }, search] = await Promise.all([requireActorPage(), searchParams]);
  const asked = parseLagFilter(pageParameters(lagParameters, search));
  if (!asked.ok) return <Refused refusal={asked.refusal} home={HOME} />;
  const [loaded, { participants: names }, { timeZone }] = await Promise.all([
    loadEntryLag(actor, { ...asked.value, limit: ROWS }, at),
    loadNames(actor, at),
    loadSettings(),
  ]);
  if (!loaded.ok) return <Refused refusal={loaded.refusal} home={HOME} why={t("forReaders")} />;

  const { after, limit: _limit, ...view } = asked.value;
  const { lag, bands, groups, rows } = loaded.value;
  const isEmpty = lag.known + lag.unknown === 0;
  const state = isNarrowed(view) ? "filtered" : "first";
  return (
    <>
      <div className="head">
        <h1>{t("title")}</h1>
        <div className="actions">
          <ViewsBeside />
        </div>
      </div>
      {isEmpty ? null : <Headline lag={lag} view={view} />}
      <p className="muted">{t("intro")}</p>
      <div className="lens">
        <Groupings view={view} />
      </div>
      <FilterForm view={view} names={names} />
      {isEmpty ? (
        <div className="state">
          <h2>{t(`nothing.${state}.title`)}</h2>
          <p>{t(`nothing.${state}.text`)}</p>
        </div>
      ) : (
        <>
          <LagTable {...{ groups, lag, view, names }} />
          <section className="sec" aria-labelledby="charts">
            <header>
              <h2 id="charts">{t("charts")}</h2>
              <p>{t("chartsNote")}</p>
            </header>
            <LagCharts groups={groups} whole={{ lag, bands }} view={view} names={names} />
            <p className="cap">
              {t("note")} {view.group === "desk" ? t("desksNote") : null}{" "}
              {lag.early === 0 ? null : t("early", { count: lag.early })}
            </p>
          </section>
          <LagRows rows={rows} view={view} further={after !== null} timeZone={timeZone} />
        </>
      )}
    </>
  );
}
