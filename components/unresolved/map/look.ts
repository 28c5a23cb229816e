import { stateWords } from "@/components/unresolved/coverage/bars";
import { isMissing, isStated } from "@/components/unresolved/coverage/figures";
import type { CoverageCell } from "@/lib/domain/unresolved/matrix";
import { shadeOf, type Shade } from "@/lib/domain/unresolved/charts/shades";
import { isPriority } from "@/lib/domain/base/priority";
import { translator } from "@/lib/i18n/translator";
import { mapHref } from "./view";
import type { MapPlace } from "./places";

const t = translator("coverage");
const domain = translator("domain");

/** The fill, as in the matrix: the ramp, a hatch for no pledge, dashes for declined, plain for not expected. */
export function lookOf(cell: CoverageCell, shades: readonly Shade[]): string {
  if (isStated(cell)) return `ramp-${shadeOf(shades, cell.unresolved)}`;
  if (isMissing(cell)) return "no-pledge";
  return cell.position === "DECLINED" ? "declined-cell" : "not-asked";
}

/** The digit or its sign; nothing for a missing pledge, which has its hatch. */
export function markOf(cell: CoverageCell): string {
  if (isStated(cell)) return String(cell.unresolved);
  if (isMissing(cell)) return "";
  return cell.position === "DECLINED" ? "–" : "·";
}

/** "France, Deterrent force: Pledged, 6 unresolved". */
export const nameOfPlace = ({ name, cell }: MapPlace): string =>
  t("cell", {
    name,
    priority: domain(`priority.${cell.priority}`),
    state: stateWords(cell),
    count: cell.unresolved,
    declined: isStated(cell) ? cell.declined : 0,
  });

/** The opened cell; where nothing is expected and nothing pledged, the participant's page. */
export function hrefOfPlace({ code, cell: { priority, expected, pledges } }: MapPlace): string {
  if ((!expected && pledges === 0) || !isPriority(priority)) return `/participants/${code}`;
  return mapHref({ priority, cell: { participant: code, priority } });
}

/** Opening a cell doesn't scroll; another page begins at its top. */
export const staysHere = (href: string): { "data-keep"?: "" } =>
  href.startsWith("/coverage/map") ? { "data-keep": "" } : {};
