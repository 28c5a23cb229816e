import {
  StageCountsCharts,
  StageCountsTable,
  type Standing,
} from "@/components/unresolved/charts/stage-counts-chart";
import { linkTo } from "@/components/ui/link-to";
import { viewHref } from "@/components/ui/address/view-href";
import { PageHead } from "@/components/ui/page/page-head";
import { Section } from "@/components/ui/page/section";
import { loadStageCounts } from "@/lib/unresolved/charts/queries";
import { atLeast, isOnLadder, STAGES, type Stage } from "@/lib/domain/pledge/stages";
import { translator } from "@/lib/i18n/translator";
import { longMomentIn, monthOf, zoneName } from "@/lib/i18n/dates";
import { loadSettings } from "@/lib/workspace/settings/queries";
import { readAt } from "../../read-at";
import { RefusedAndNoted } from "../../refused";
import { titled } from "../../../titled";

const t = translator("charts");

export const generateMetadata = titled(() => t("standing.title"));

export default async function OverTimePage() {
  const { actor, at, moment } = await readAt();
  const [standing, { timeZone }] = await Promise.all([loadStageCounts(actor, at), loadSettings()]);
  if (!standing.ok) return <RefusedAndNoted refusal={standing.refusal} home="/coverage/over-time" />;
  return (
    <>
      <PageHead title={t("standing.title")} />
      {standing.value === null ? null : <Sentence standing={standing.value} />}
      {standing.value === null ? (
        <p className="text-muted">{t("standing.nothing")}</p>
      ) : (
        <>
          <StageCountsCharts standing={standing.value} />
          <p className="text-caption text-muted">
            {t("asOf", { when: longMomentIn(timeZone, moment), zone: zoneName(timeZone) })}{" "}
            {t("standing.note")}
          </p>
          <Section id="months" title={t("standing.table")}>
            <StageCountsTable standing={standing.value} />
          </Section>
        </>
      )}
    </>
  );
}

const FIRM = STAGES.filter((stage) => isOnLadder(stage) && atLeast(stage, "COMMITTED"));

function Sentence({ standing: { byDay, byMonth, months } }: { standing: Standing }) {
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
