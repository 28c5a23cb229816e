import { asOfHref } from "@/components/ui/address/as-of-href";
import { stateWords } from "@/components/unresolved/coverage/bars";
import { isMissing } from "@/components/unresolved/coverage/figures";
import { Count } from "@/components/ui/count";
import { Ledger } from "@/components/ui/ledger/ledger";
import { StageMark } from "@/components/ui/marks/stage-ring";
import { viewHref } from "@/components/ui/address/view-href";
import type { CoverageCell } from "@/lib/domain/unresolved/matrix";
import type { Priority } from "@/lib/domain/base/priority";
import { translator } from "@/lib/i18n/translator";
import { hrefOfPlace, nameOfPlace, staysHere } from "./look";
import type { MapPlace } from "./places";

const t = translator("map");
const domain = translator("domain");

interface Given {
  places: readonly MapPlace[];
  priority: Priority;
}

/** The map and its tiles as a table, for reading and for the keyboard. */
export function MapTable({ places, priority }: Given) {
  const unresolved = places.reduce((sum, { cell }) => sum + cell.unresolved, 0);
  return (
    <Ledger
      flat
      className="map-t"
      caption={t("caption", { priority: domain(`priority.${priority}`) })}
      rows={places}
      rowKey={({ code }) => code}
      columns={[
        { heading: t("column.participant"), names: true, cell: Name, foot: t("total") },
        { heading: t("column.position"), cell: ({ cell }) => <Position cell={cell} /> },
        {
          heading: t("column.unresolved"),
          numeric: true,
          cell: ({ code: participant, cell }) => (
            <Count
              n={cell.unresolved}
              href={viewHref("/unresolved", { participant, priority: cell.priority })}
            />
          ),
          foot: <Count n={unresolved} href={viewHref("/unresolved", { priority })} />,
        },
      ]}
    />
  );
}

function Name(place: MapPlace) {
  const href = hrefOfPlace(place);
  return (
    <a href={asOfHref(href)} aria-label={nameOfPlace(place)} {...staysHere(href)}>
      {place.name}
    </a>
  );
}

function Position({ cell }: { cell: CoverageCell }) {
  if (cell.position === "NONE")
    return (
      <span className="status-mark text-muted">
        <span className="swatch w-6.5 h-5">{isMissing(cell) ? <i className="hatch" /> : "·"}</span>
        {stateWords(cell)}
      </span>
    );
  const stage = cell.position === "DECLINED" ? "DECLINED" : (cell.highestStage ?? "SUSPENDED");
  return <StageMark stage={stage}>{stateWords(cell)}</StageMark>;
}
