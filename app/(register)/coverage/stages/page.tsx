import { Markup } from "@/components/ui/page/markup/markup";
import { AmountLines } from "@/components/pledges/amounts/lines";
import { AmountsSwitch } from "@/components/pledges/amounts/switch";
import { AmountsTable } from "@/components/pledges/amounts/table";
import { readAmountsView } from "@/components/pledges/amounts/view";
import { PageHead } from "@/components/ui/page/page-head";
import { Section } from "@/components/ui/page/section";
import { ChartFrame } from "@/components/unresolved/charts/chart-frame";
import { StagePanelsChart, StagePanelsTable } from "@/components/unresolved/charts/stage-panels";
import { Fold } from "@/components/ui/fold/fold";
import { panelsFinding, type StagePanels } from "@/lib/domain/unresolved/charts/findings";
import { listWords } from "@/lib/i18n/numbers";
import { loadStagePanels } from "@/lib/unresolved/charts/queries";
import { requireActorPage } from "@/lib/auth/page";
import { loadAmountLines, loadAmounts } from "@/lib/unresolved/coverage/queries";
import { DELIVERED_COLUMNS, sideBySide } from "@/lib/domain/requirements/side-by-side";
import { LADDER } from "@/lib/domain/pledge/stages";
import { longMoment, registerZoneName } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { loadSettings } from "@/lib/workspace/settings/queries";
import { loadNames } from "../../names";
import { RefusedAndNoted } from "../../refused";
import { textOf, type PageOf } from "../../search";
import { titled } from "../../../titled";

const t = translator("amounts");
const domain = translator("domain");
const charts = translator("charts");
const LINES_SHOWN = 200;

export const generateMetadata = titled(() => t("title"));

export default async function StagesPage({ searchParams }: PageOf) {
  const [{ actor, at }, search] = await Promise.all([requireActorPage(), searchParams]);
  const view = readAmountsView(textOf(search.priority), textOf(search.column), textOf(search.in));
  const { priority, figure } = view;
  const [amounts, panels, lines, names, { marking }] = await Promise.all([
    loadAmounts(actor, priority),
    loadStagePanels(actor),
    figure && loadAmountLines(actor, priority, figure, LINES_SHOWN),
    loadNames(actor, at),
    loadSettings(),
  ]);
  if (!amounts.ok) return <RefusedAndNoted refusal={amounts.refusal} home="/coverage/stages" />;
  if (!panels.ok) return <RefusedAndNoted refusal={panels.refusal} home="/coverage/stages" />;
  if (lines && !lines.ok) return <RefusedAndNoted refusal={lines.refusal} home="/coverage/stages" />;

  const name = domain(`priority.${priority}`);
  const [stages, delivered] = [sideBySide(amounts.value.stages), sideBySide(amounts.value.delivered)];
  return (
    <>
      <PageHead title={t("title")} />
      <ChartFrame
        id="by-stage"
        finding={findingWords(panels.value)}
        note={charts("panels.note")}
        data="/api/v1/charts/stages.csv"
        {...{ at, marking }}
      >
        <StagePanelsChart panels={panels.value} />
        <Markup>
          <Fold summary={charts("panels.caption")}>
            <StagePanelsTable panels={panels.value} />
          </Fold>
        </Markup>
      </ChartFrame>
      <p className="headline mt-8">{t("headline", { priority: name })}</p>
      <AmountsSwitch current={priority} />
      <Markup>
        <Section id="stages" title={t("pledged")}>
          {stages.length === 0 ? (
            <p className="text-muted">{t("nonePledged")}</p>
          ) : (
            <AmountsTable
              caption={t("pledgedOn", { priority: name })}
              rows={stages}
              columns={LADDER}
              view={view}
            />
          )}
        </Section>
      </Markup>
      <Markup>
        <Section id="delivered" title={t("delivered")}>
          <p className="text-muted">{delivered.length === 0 ? t("noneDelivered") : t("deliveredText")}</p>
          {delivered.length === 0 ? null : (
            <AmountsTable
              caption={t("deliveredOn", { priority: name })}
              rows={delivered}
              columns={DELIVERED_COLUMNS}
              view={view}
            />
          )}
        </Section>
      </Markup>
      <p className="text-caption text-muted mt-4">
        {t("asOf", { when: longMoment(at), zone: registerZoneName() })}
      </p>
      {figure && lines ? (
        <AmountLines
          figure={figure}
          lines={lines.value.slice(0, LINES_SHOWN)}
          more={lines.value.length > LINES_SHOWN}
          names={names.participants}
          view={view}
        />
      ) : null}
    </>
  );
}

function findingWords(panels: StagePanels): string {
  const { open, allocated, ahead } = panelsFinding(panels);
  const names = listWords(ahead.map((priority) => domain(`priority.${priority}`)));
  return charts("panels.finding", { open, allocated, ahead: ahead.length, names });
}
