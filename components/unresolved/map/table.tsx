import { asOfHref } from "@/components/ui/address/as-of-href";
import { stateWords } from "@/components/unresolved/coverage/bars";
import { isMissing } from "@/components/unresolved/coverage/figures";
import { Count } from "@/components/ui/count";
import { StageMark } from "@/components/ui/marks/stage-ring";
import { viewHref } from "@/components/ui/address/view-href";
import type { CoverageCell } from "@/lib/domain/unresolved/matrix";
import type { Priority } from "@/lib/domain/base/priority";
import { translator } from "@/lib/i18n/translator";
import { hrefOfPlace, nameOfPlace, staysHere } from "./look";
import type { MapPlace } from "./places";

const t = translator("map");
const domain = translator("domain");

/** The map and its tiles as a table, for reading and for the keyboard. */
export function MapTable({ places, priority }: { places: readonly MapPlace[]; priority: Priority }) {
  return (
    <table className="ledger map-t">
      <caption className="vh">{t("caption", { priority: domain(`priority.${priority}`) })}</caption>
      <thead>
        <tr>
          <th scope="col">{t("column.participant")}</th>
          <th scope="col">{t("column.position")}</th>
          <th scope="col" className="num">
            {t("column.unresolved")}
          </th>
        </tr>
      </thead>
      <tbody>
        {places.map((place) => (
          <Row key={place.code} place={place} />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={2}>
            {t("total")}
          </th>
          <td className="num">
            <Count
              n={places.reduce((sum, { cell }) => sum + cell.unresolved, 0)}
              href={viewHref("/unresolved", { priority })}
            />
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

function Row({ place }: { place: MapPlace }) {
  const { code, name, cell } = place;
  const href = hrefOfPlace(place);
  return (
    <tr>
      <th scope="row">
        <a href={asOfHref(href)} aria-label={nameOfPlace(place)} {...staysHere(href)}>
          {name}
        </a>
      </th>
      <td>
        <Position cell={cell} />
      </td>
      <td className="num">
        <Count
          n={cell.unresolved}
          href={viewHref("/unresolved", { participant: code, priority: cell.priority })}
        />
      </td>
    </tr>
  );
}

function Position({ cell }: { cell: CoverageCell }) {
  if (cell.position === "NONE")
    return (
      <span className="mk muted">
        <span className="st">{isMissing(cell) ? <i className="hatch" /> : "·"}</span>
        {stateWords(cell)}
      </span>
    );
  const stage = cell.position === "DECLINED" ? "DECLINED" : (cell.highestStage ?? "SUSPENDED");
  return <StageMark stage={stage}>{stateWords(cell)}</StageMark>;
}
