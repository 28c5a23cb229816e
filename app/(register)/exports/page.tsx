import { Packages } from "@/components/exports/packages";
import { UnderWay } from "@/components/exports/under-way";
import { WhatIsInIt } from "@/components/exports/what-is-in-it";
import { viewWords } from "@/components/exports/words";
import { leadLook } from "@/components/ui/looks";
import { PageHead } from "@/components/ui/page/page-head";
import { Section } from "@/components/ui/page/section";
import { requireActorPage } from "@/lib/auth/page";
import { isJobOpen, EXPORT_KEPT_DAYS } from "@/lib/domain/log/export";
import { loadExports } from "@/lib/exports/queries";
import { exportParameters, parseExportPage } from "@/lib/exports/schema";
import { currentMessages, translator } from "@/lib/i18n/translator";
import { pageParameters } from "@/lib/schema/parameters";
import { RefusedAndNoted } from "../refused";
import type { PageOf } from "../search";
import { titled } from "../../titled";
import { PackageForm } from "./making";

const t = translator("exports");

export const generateMetadata = titled(() => t("title"));

export default async function ExportsPage({ searchParams }: PageOf) {
  const { actor, at } = await requireActorPage();
  const search = await searchParams;
  const page = parseExportPage(pageParameters(exportParameters, search));
  if (!page.ok) return <RefusedAndNoted refusal={page.refusal} home="/exports" />;
  const loaded = await loadExports(actor, page.value);
  if (!loaded.ok)
    return <RefusedAndNoted refusal={loaded.refusal} home="/" why={t("forManagersAndAuditors")} />;
  const { items, next } = loaded.value;
  const open = items.filter(isJobOpen);
  const over = items.filter((job) => !isJobOpen(job));
  return (
    <>
      <PageHead title={t("title")} />
      <p className={leadLook("mb-4")}>{t("intro")}</p>
      <div className="cols max-xl:gap-8 max-md:gap-0 max-xl:grid-cols-[minmax(0,1fr)_280px] max-md:grid-cols-1">
        <Section id="new" title={t("new.title")}>
          <PackageForm {...{ actor, at, search }} home="/exports" />
        </Section>
        <Section id="open" title={t("open.title")}>
          <UnderWay
            exports={open.map((job) => ({ ...job, title: viewWords(job.view) }))}
            words={currentMessages().exports.open}
          />
        </Section>
      </div>
      <Section
        id="packages"
        title={t("list.title")}
        aside={<span className="text-caption text-muted">{t("list.note", { days: EXPORT_KEPT_DAYS })}</span>}
      >
        {over.length === 0 ? <p>{t("list.nothing")}</p> : <Packages jobs={over} at={at} />}
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
      </Section>
      <WhatIsInIt />
    </>
  );
}
