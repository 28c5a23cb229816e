import { exportDraftOf } from "@/components/exports/draft";
import { newExportWords } from "@/components/exports/form-words";
import { NewExport } from "@/components/exports/new-export";
import { Packages } from "@/components/exports/packages";
import { UnderWay } from "@/components/exports/under-way";
import { WhatIsInIt } from "@/components/exports/what-is-in-it";
import { viewWords } from "@/components/exports/words";
import { requireActorPage } from "@/lib/auth/page";
import { EXPORT_VIEWS, isJobOpen, EXPORT_KEPT_DAYS } from "@/lib/domain/log/export";
import { clockOf, instantIn } from "@/lib/domain/base/moment";
import { PRIORITIES } from "@/lib/domain/base/priority";
import { loadExports } from "@/lib/exports/queries";
import { exportParameters, parseExportPage } from "@/lib/exports/schema";
import { currentMessages, translator } from "@/lib/i18n/translator";
import { pageParameters } from "@/lib/schema/parameters";
import { loadSettings } from "@/lib/workspace/settings/queries";
import { loadNames } from "../names";
import { RefusedAndNoted } from "../refused";
import { textOf, type Search } from "../search";
import { titled } from "../../titled";

const t = translator("exports");
const domain = translator("domain");

export const generateMetadata = titled(() => t("title"));

export default async function ExportsPage({ searchParams }: { searchParams: Promise<Search> }) {
  const [{ actor, at }, search, { timeZone }] = await Promise.all([
    requireActorPage(),
    searchParams,
    loadSettings(),
  ]);
  const page = parseExportPage(pageParameters(exportParameters, search));
  if (!page.ok) return <RefusedAndNoted refusal={page.refusal} home="/exports" />;
  const loaded = await loadExports(actor, page.value, at);
  if (!loaded.ok)
    return <RefusedAndNoted refusal={loaded.refusal} home="/" why={t("forManagersAndAuditors")} />;
  const { participants } = await loadNames(actor, at);
  const { items, next } = loaded.value;
  const open = items.filter(isJobOpen);
  const over = items.filter((job) => !isJobOpen(job));
  const asked = EXPORT_VIEWS.find((what) => what === textOf(search.what));
  const moment = instantIn(textOf(search.asOf) ?? "");
  const start = {
    what: asked ?? "REGISTER",
    ...exportDraftOf(asked ?? "REGISTER", textOf(search.filter) ?? ""),
    asOf: moment === null ? "" : clockOf(moment, timeZone),
    purpose: "",
  };
  return (
    <>
      <div className="head">
        <h1>{t("title")}</h1>
      </div>
      <p className="lead mb-4">{t("intro")}</p>
      <div className="cols">
        <section className="sec" aria-labelledby="new">
          <header>
            <h2 id="new">{t("new.title")}</h2>
          </header>
          <NewExport
            account={actor.id}
            timeZone={timeZone}
            latest={at}
            title={t("title")}
            words={newExportWords(timeZone, start.rest)}
            isAsked={asked !== undefined}
            start={start}
            views={EXPORT_VIEWS.map((what) => ({
              value: what,
              label: t(`view.${what}`),
              meaning: t(`meaning.${what}`),
            }))}
            priorities={PRIORITIES.map((one) => ({
              value: String(one),
              label: `${one} · ${domain(`priority.${one}`)}`,
            }))}
            participants={Object.entries(participants).map(([value, label]) => ({ value, label }))}
          />
        </section>
        <section className="sec" aria-labelledby="open">
          <header>
            <h2 id="open">{t("open.title")}</h2>
          </header>
          <UnderWay
            exports={open.map((job) => ({ ...job, title: viewWords(job.view) }))}
            words={currentMessages().exports.open}
          />
        </section>
      </div>
      <section className="sec" aria-labelledby="packages">
        <header>
          <h2 id="packages">{t("list.title")}</h2>
          <span className="cap">{t("list.note", { days: EXPORT_KEPT_DAYS })}</span>
        </header>
        {over.length === 0 ? (
          <p>{t("list.nothing")}</p>
        ) : (
          <Packages jobs={over} at={at} timeZone={timeZone} />
        )}
        {next === null ? null : (
          <p className="mt-3">
            <a href={`/exports?cursor=${encodeURIComponent(next)}`}>{t("list.more")}</a>
          </p>
        )}
        {page.value.cursor === null ? null : (
          <p className="mt-3">
            <a href="/exports">{t("list.first")}</a>
          </p>
        )}
      </section>
      <WhatIsInIt />
    </>
  );
}
