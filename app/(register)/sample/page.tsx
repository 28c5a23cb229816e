import { Paper } from "@/components/unresolved/briefing/paper";
import { DrawForm } from "@/components/trust/sample/draw-form";
import { SampleFacts } from "@/components/trust/sample/facts";
import { Rule } from "@/components/trust/sample/rule";
import { SampleTable } from "@/components/trust/sample/table";
import { sampleHref } from "@/components/trust/sample/view";
import { EmptyState } from "@/components/ui/ledger/empty-state";
import { buttonLook, leadLook } from "@/components/ui/looks";
import { PageHead } from "@/components/ui/page/page-head";
import { PrintButton } from "@/components/ui/print-button";
import { requireActorPage } from "@/lib/auth/page";
import { mayReadLog } from "@/lib/domain/people/actor";
import { mayNoteFindings } from "@/lib/domain/oversight/finding";
import { translator } from "@/lib/i18n/translator";
import { pageParameters } from "@/lib/schema/parameters";
import { parseSample, sampleParameters } from "@/lib/trust/sample/filter";
import { loadSample } from "@/lib/trust/sample/queries";
import { loadSettings } from "@/lib/workspace/settings/queries";
import { redirectToFull } from "../redirect-to-full";
import { RefusedAndNoted } from "../refused";
import type { PageOf } from "../search";
import { titled } from "../../titled";

const t = translator("sample");

export const generateMetadata = titled(() => t("title"));

/** Without a seed it draws a new sample, then redirects to an address with seed and position, which stays the same. */
export default async function SamplePage({ searchParams }: PageOf) {
  const [{ actor, at }, search] = await Promise.all([requireActorPage(), searchParams]);
  const asked = parseSample(pageParameters(sampleParameters, search));
  if (!asked.ok) return <RefusedAndNoted refusal={asked.refusal} home="/sample" />;
  const [loaded, { marking }] = await Promise.all([loadSample(actor, asked.value), loadSettings()]);
  if (!loaded.ok) return <RefusedAndNoted refusal={loaded.refusal} home="/sample" />;
  const { items, ...drawn } = loaded.value;
  if (asked.value.seed === null || asked.value.position === null) await redirectToFull(sampleHref(drawn));

  const given = { ...drawn, n: items.length };
  return (
    <Paper marking={marking} at={at}>
      <PageHead title={t("heading", { of: t(`of.${drawn.of}`) })}>
        <a className={buttonLook()} href={sampleHref({ ...drawn, seed: null, position: null })}>
          {t("again")}
        </a>
        <PrintButton label={t("print")} />
      </PageHead>
      <p className={leadLook("print:hidden")}>{t("intro")}</p>
      <DrawForm view={drawn} />
      <SampleFacts {...given} readsLog={mayReadLog(actor)} />
      {items.length === 0 ? (
        <EmptyState title={t("nothing.title")} text={t("nothing.text")} />
      ) : (
        <SampleTable items={items} mayNote={mayNoteFindings(actor)} />
      )}
      <Rule {...given} n={drawn.n} />
    </Paper>
  );
}
