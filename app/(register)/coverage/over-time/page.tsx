import { Markup } from "@/components/ui/page/markup/markup";
import { ChartFrame } from "@/components/unresolved/charts/chart-frame";
import { OverTimeChart } from "@/components/unresolved/charts/over-time-chart";
import { StageCountsTable, type Standing } from "@/components/unresolved/charts/stage-counts-table";
import { Fold } from "@/components/ui/fold/fold";
import { linkTo } from "@/components/ui/link-to";
import { viewHref } from "@/components/ui/address/view-href";
import { PageHead } from "@/components/ui/page/page-head";
import { Section } from "@/components/ui/page/section";
import { loadStageCounts } from "@/lib/unresolved/charts/queries";
import { atLeast, isOnLadder, STAGES, type Stage } from "@/lib/domain/pledge/stages";
import { registerDay } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { riseFinding } from "@/lib/domain/unresolved/charts/findings";
import { inSentence } from "@/lib/i18n/words/in-sentence";
import { monthOf } from "@/lib/i18n/dates";
import { loadBaselines } from "@/lib/history/baselines/queries";
import { loadSettings } from "@/lib/workspace/settings/queries";
import { readAt } from "../../read-at";
import { RefusedAndNoted } from "../../refused";
import { titled } from "../../../titled";

const t = translator("charts");
const domain = translator("domain");

export const generateMetadata = titled(() => t("standing.title"));

export default async function OverTimePage() {
  const { actor, at, moment } = await readAt();
  const [stageCounts, baselines, { marking }] = await Promise.all([
    loadStageCounts(actor, at),
    loadBaselines(actor, at),
    loadSettings(),
  ]);
  if (!stageCounts.ok) return <RefusedAndNoted refusal={stageCounts.refusal} home="/coverage/over-time" />;
  return (
    <>
      <PageHead title={t("standing.title")} />
      {stageCounts.value === null ? null : <Sentence stageCounts={stageCounts.value} />}
      {stageCounts.value === null ? (
        <p className="text-muted">{t("standing.nothing")}</p>
      ) : (
        <>
          <ChartFrame
            id="over-time"
            finding={findingWords(stageCounts.value)}
            note={t("standing.note")}
            data="/api/v1/charts/over-time.csv"
            {...{ at: moment, marking }}
          >
            <OverTimeChart
              stageCounts={stageCounts.value}
              events={stageCounts.value.events}
              baselines={
                baselines.ok ? baselines.value.map(({ name, asOf }) => ({ name, on: registerDay(asOf) })) : []
              }
            />
          </ChartFrame>
          <Section id="months" title={t("standing.table")}>
            <Markup>
              <Fold summary={t("standing.caption")} opensFor="months">
                <StageCountsTable stageCounts={stageCounts.value} />
              </Fold>
            </Markup>
          </Section>
        </>
      )}
    </>
  );
}

function findingWords({ months, byMonth }: Standing): string {
  const rise = riseFinding(months, byMonth);
  if (rise === null) return t("standing.finding.still");
  const { on, stage, is, ...counts } = rise;
  return t(`standing.finding.${is}`, {
    month: monthOf(on),
    stage: inSentence(domain(`stage.${stage}`)),
    ...counts,
  });
}

const FIRM = STAGES.filter((stage) => isOnLadder(stage) && atLeast(stage, "COMMITTED"));

function Sentence({ stageCounts: { byDay, byMonth, months } }: { stageCounts: Standing }) {
  const sum = (stages: readonly Stage[], of: Record<Stage, number[]>, at: number): number =>
    stages.reduce((all, stage) => all + (of[stage].at(at) ?? 0), 0);
  return (
    <p className="headline">
      {t.rich("standing.headline", {
        now: sum(STAGES, byDay, -1),
        firm: sum(FIRM, byDay, -1),
        before: months.length < 2 ? 0 : sum(FIRM, byMonth, -2),
        month: months.length < 2 ? "none" : monthOf(months.at(-2) ?? ""),
        all: linkTo("/pledges"),
        far: linkTo(viewHref("/pledges", { stage: FIRM })),
      })}
    </p>
  );
}
