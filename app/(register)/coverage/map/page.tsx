import { Markup } from "@/components/ui/page/markup/markup";
import { coverageFigures } from "@/components/unresolved/coverage/figures";
import { CoverageLegend } from "@/components/unresolved/coverage/legend";
import { Panel } from "@/components/unresolved/coverage/panel";
import { MapHeadline } from "@/components/unresolved/map/headline";
import { EuropeMap } from "@/components/unresolved/map/map";
import { mapPlaces, onlyOn } from "@/components/unresolved/map/places";
import { MAP_CHART, MapTitle } from "@/components/unresolved/map/title";
import { PrioritySwitch } from "@/components/unresolved/map/priority-switch";
import { MapTable } from "@/components/unresolved/map/table";
import { Tiles } from "@/components/unresolved/map/tiles";
import { mapHref, readMapView } from "@/components/unresolved/map/view";
import { Fold } from "@/components/ui/fold/fold";
import { KeepPlace } from "@/components/ui/address/keep-place";
import { PageHead } from "@/components/ui/page/page-head";
import { loadCoverage } from "@/lib/unresolved/coverage/queries";
import { longMoment, registerDay, registerZoneName } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { loadParticipantList } from "@/lib/people/participants/queries";
import { loadSettings } from "@/lib/workspace/settings/queries";
import { readAt } from "../../read-at";
import { RefusedAndNoted } from "../../refused";
import { textOf, type PageOf } from "../../search";
import { loadCell } from "../cell";
import { titled } from "../../../titled";

const t = translator("map");

export const generateMetadata = titled(() => t("title"));

export default async function MapPage({ searchParams }: PageOf) {
  const [{ actor, viewer, at, moment }, search] = await Promise.all([readAt(), searchParams]);
  const view = readMapView(textOf(search.priority), textOf(search.cell));
  const [coverage, participants, cell, { marking }] = await Promise.all([
    loadCoverage(actor, at),
    loadParticipantList(actor, at),
    view.cell && loadCell(actor, view.cell, at, viewer),
    loadSettings(),
  ]);
  if (!coverage.ok) return <RefusedAndNoted refusal={coverage.refusal} home="/coverage/map" />;
  if (!participants.ok) return <RefusedAndNoted refusal={participants.refusal} home="/coverage/map" />;
  if (cell && !cell.ok) return <RefusedAndNoted refusal={cell.refusal} home="/coverage/map" />;

  const { priority } = view;
  const figures = coverageFigures(onlyOn(coverage.value, priority), coverage.value);
  const places = mapPlaces(coverage.value, participants.value, priority);
  const current = view.cell?.participant ?? null;
  return (
    <>
      <PageHead title={t("title")} />
      <MapHeadline figures={figures} priority={priority} />
      <PrioritySwitch view={view} />
      <div className="mapw grid items-start grid-cols-[minmax(0,1fr)_344px] gap-8 pt-4 max-xl:grid-cols-1 print:block">
        <div id={MAP_CHART}>
          <MapTitle places={places} priority={priority} pictureFacts={{ at: moment, marking }} />
          <CoverageLegend figures={figures} />
          <Markup>
            <EuropeMap places={places} shades={figures.shades} current={current} />
          </Markup>
          <p className="text-caption text-muted">
            {t("asOf", { when: longMoment(moment), zone: registerZoneName() })}
          </p>
          <Markup>
            <Tiles places={places} shades={figures.shades} current={current} />
          </Markup>
        </div>
        <div>
          {cell ? (
            <Panel cell={cell.value} close={mapHref({ priority, cell: null })} today={registerDay(moment)} />
          ) : null}
          <Markup>
            <Fold open={view.cell === null} summary={t("table")}>
              <MapTable places={places} priority={priority} />
            </Fold>
          </Markup>
        </div>
      </div>
      <KeepPlace />
    </>
  );
}
