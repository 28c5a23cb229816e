import { coverageFigures } from "@/components/unresolved/coverage/figures";
import { CoverageHeadline } from "@/components/unresolved/coverage/headline";
import { MatrixFinding } from "@/components/unresolved/coverage/finding";
import { CoverageLegend } from "@/components/unresolved/coverage/legend";
import { Matrix } from "@/components/unresolved/coverage/matrix";
import { MatrixKeys } from "@/components/unresolved/coverage/matrix-keys";
import { OrderMenu } from "@/components/unresolved/coverage/order-menu";
import { Panel } from "@/components/unresolved/coverage/panel";
import { PriorityKey } from "@/components/unresolved/coverage/priority-key";
import { rowGroups } from "@/components/unresolved/coverage/rows";
import { ShadesChart } from "@/components/unresolved/coverage/shades-chart";
import { coverageHref, readCoverageView } from "@/components/unresolved/coverage/view";
import { LitKeys } from "@/components/unresolved/charts/lit-keys";
import { ExportLink } from "@/components/tables/export-link";
import { PackageLink } from "@/components/tables/package-link";
import { KeepPlace } from "@/components/ui/address/keep-place";
import { Markup } from "@/components/ui/page/markup/markup";
import { PageHead } from "@/components/ui/page/page-head";
import { loadCoverage } from "@/lib/unresolved/coverage/queries";
import { participantName } from "@/lib/i18n/words/participant-name";
import { registerDay } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { loadParticipantList } from "@/lib/people/participants/queries";
import { loadSettings } from "@/lib/workspace/settings/queries";
import { readAt } from "../read-at";
import { RefusedAndNoted } from "../refused";
import { textOf, type PageOf } from "../search";
import { SavedViewsMenu } from "../saved-views-menu";
import { loadCell } from "./cell";
import { titled } from "../../titled";

const t = translator("coverage");

export const generateMetadata = titled(() => t("title"));

export default async function CoveragePage({ searchParams }: PageOf) {
  const [{ actor, viewer, at, moment }, search] = await Promise.all([readAt(), searchParams]);
  const view = readCoverageView(textOf(search.sort), textOf(search.cell));
  const [coverage, participants, cell, { marking }] = await Promise.all([
    loadCoverage(actor, at),
    loadParticipantList(actor, at),
    view.cell && loadCell(actor, view.cell, at, viewer),
    loadSettings(),
  ]);
  if (!coverage.ok) return <RefusedAndNoted refusal={coverage.refusal} home="/coverage" />;
  if (!participants.ok) return <RefusedAndNoted refusal={participants.refusal} home="/coverage" />;
  if (cell && !cell.ok) return <RefusedAndNoted refusal={cell.refusal} home="/coverage" />;

  if (participants.value.length === 0) return <NothingYet />;
  const figures = coverageFigures(coverage.value);
  const today = registerDay(moment);
  return (
    <>
      <Markup>
        <PageHead title={t("title")}>
          <SavedViewsMenu />
          <ExportLink href="/api/v1/coverage.csv" />
          <PackageLink actor={actor} what="COVERAGE" />
        </PageHead>
      </Markup>
      <Markup>
        <CoverageHeadline figures={figures} />
      </Markup>
      <Markup>
        <div className="lens">
          <MatrixFinding coverage={coverage.value} />
          <OrderMenu view={view} />
        </div>
      </Markup>
      <Markup>
        <CoverageLegend figures={{ ...figures, shading: null }} />
      </Markup>
      <div
        className={
          cell
            ? "grid max-md:block print:block items-start grid-cols-[minmax(0,1fr)_360px] gap-8 max-xl:grid-cols-[minmax(0,1fr)_312px] max-xl:gap-6"
            : "grid max-md:block print:block items-start grid-cols-1 gap-8 max-xl:gap-6"
        }
      >
        <div>
          <PriorityKey />
          <Markup>
            <Matrix
              coverage={coverage.value}
              groups={rowGroups(coverage.value, participants.value, view.order)}
              shades={figures.shades}
              view={view}
              today={today}
            />
          </Markup>
        </div>
        {cell ? (
          <Panel cell={cell.value} close={coverageHref({ ...view, cell: null })} today={today} />
        ) : null}
      </div>
      {/* Left out next to an open panel: the matrix alone is then as tall as a page should be. */}
      {cell ? null : (
        <ShadesChart
          cells={coverage.value.cells}
          figures={figures}
          names={Object.fromEntries(participants.value.map((one) => [one.code, participantName(one)]))}
          view={view}
          pictureFacts={{ at: moment, marking }}
        />
      )}
      <KeepPlace />
      <MatrixKeys />
      <LitKeys />
    </>
  );
}

function NothingYet() {
  return (
    <div className="state">
      <h1>{t("title")}</h1>
      <h2>{t("nothing.title")}</h2>
      <p>{t("nothing.text")}</p>
    </div>
  );
}
