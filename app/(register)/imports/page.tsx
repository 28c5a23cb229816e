import { ImportList } from "@/components/imports/list";
import { NewImportForm } from "@/components/imports/new-import";
import { importFormWords, limitWords } from "@/components/imports/words";
import { RowKeys } from "@/components/tables/keys/row-keys";
import { leadLook } from "@/components/ui/looks";
import { PageHead } from "@/components/ui/page/page-head";
import { Section } from "@/components/ui/page/section";
import { requireActorPage } from "@/lib/auth/page";
import { UNDO_HOURS } from "@/lib/domain/import/import";
import { translator } from "@/lib/i18n/translator";
import { loadImports } from "@/lib/imports/queries";
import { importParameters, parseImports } from "@/lib/imports/schema";
import { pageParameters } from "@/lib/schema/parameters";
import { RefusedAndNoted } from "../refused";
import type { PageOf } from "../search";
import { titled } from "../../titled";

const t = translator("imports");

export const generateMetadata = titled(() => t("title"));

export default async function ImportsPage({ searchParams }: PageOf) {
  const { actor, at } = await requireActorPage();
  const search = await searchParams;
  const page = parseImports(pageParameters(importParameters, search));
  if (!page.ok) return <RefusedAndNoted refusal={page.refusal} home="/imports" />;
  const loaded = await loadImports(actor, page.value);
  if (!loaded.ok) return <RefusedAndNoted refusal={loaded.refusal} home="/" why={t("forKeepers")} />;
  const { items, next } = loaded.value;
  return (
    <>
      <PageHead title={t("title")} />
      <p className={leadLook("mb-4")}>{t("intro", { hours: UNDO_HOURS })}</p>
      <Section id="new" title={t("new.title")} className="max-w-3xl">
        <NewImportForm title={t("title")} limits={limitWords()} words={importFormWords("new")} />
      </Section>
      <Section id="files" title={t("list.title")}>
        {items.length === 0 ? (
          <p>{t("list.nothing")}</p>
        ) : (
          <>
            <ImportList jobs={items} at={at} />
            <RowKeys />
          </>
        )}
        {next === null ? null : (
          <p className="mt-3">
            <a href={`/imports?cursor=${encodeURIComponent(next)}`}>{t("list.more")}</a>
          </p>
        )}
        {page.value.cursor === null ? null : (
          <p className="mt-3">
            <a href="/imports">{t("list.first")}</a>
          </p>
        )}
      </Section>
    </>
  );
}
