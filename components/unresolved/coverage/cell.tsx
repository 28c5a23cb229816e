import { asOfHref } from "@/components/ui/address/as-of-href";
import { searchedWords } from "@/components/people/participants/searched";
import { Glyph } from "@/components/ui/marks/glyph";
import { StageRing } from "@/components/ui/marks/stage-ring";
import type { CoverageCell } from "@/lib/domain/unresolved/matrix";
import { shadeOf, type Shade } from "@/lib/domain/unresolved/charts/shades";
import { isPriority } from "@/lib/domain/base/priority";
import { translator } from "@/lib/i18n/translator";
import { stateWords } from "./bars";
import { isMissing, isStated } from "./figures";
import { cellName, coverageHref, type CoverageView } from "./view";

const t = translator("coverage");
const domain = translator("domain");
const links = translator("links");

/** Opens the cell's panel. A cell without expectation and without pledges opens none. */
export function MatrixCell({
  cell,
  name,
  view,
  shades,
}: {
  cell: CoverageCell;
  name: string;
  view: CoverageView;
  shades: readonly Shade[];
}) {
  const { participant, priority } = cell;
  if (!cell.expected && cell.pledges + cell.onBehalf + cell.claimed === 0) return <NotExpected />;
  const id = cellName(cell);
  const current = view.cell !== null && cellName(view.cell) === id;
  return (
    <td className={`matrix-cell ${lookOf(cell, shades)}${current ? " chosen-cell" : ""}`} id={id}>
      <a
        href={asOfHref(
          coverageHref({ ...view, cell: isPriority(priority) ? { participant, priority } : null }),
        )}
        aria-label={`${t("cell", {
          name,
          priority: domain(`priority.${priority}`),
          state: [stateWords(cell), searchedWords(cell)].filter(Boolean).join(", "),
          count: cell.unresolved,
          declined: isStated(cell) ? cell.declined : 0,
        })}${links("cell", { behalf: cell.onBehalf, claimed: cell.claimed })}`}
        aria-current={current ? "true" : undefined}
        data-keep=""
      >
        {contentOf(cell)}
      </a>
    </td>
  );
}

function NotExpected() {
  return (
    <td className="matrix-cell not-asked">
      <span aria-hidden="true">·</span>
      <span className="sr-only">{t("state.notExpected")}</span>
    </td>
  );
}

function lookOf(cell: CoverageCell, shades: readonly Shade[]): string {
  if (isStated(cell)) return `ramp-${shadeOf(shades, cell.unresolved)}`;
  return isMissing(cell) ? "no-pledge" : "declined-cell";
}

function contentOf(cell: CoverageCell) {
  const named = cell.onBehalf + cell.claimed;
  return (
    <>
      {positionIn(cell)}
      {named > 0 ? <span className="part">+{named}</span> : null}
    </>
  );
}

function positionIn(cell: CoverageCell) {
  if (isMissing(cell))
    return (
      <>
        <i className="hatch" />
        {cell.searched ? <Glyph name="search" size={12} /> : null}
      </>
    );
  if (cell.position === "NONE") return "·";
  const stage = cell.position === "DECLINED" ? "DECLINED" : (cell.highestStage ?? "SUSPENDED");
  return (
    <>
      <StageRing stage={stage} />
      {isStated(cell) && cell.declined > 0 ? <span className="part part-declined">–</span> : null}
      {isStated(cell) ? <span>{cell.unresolved}</span> : null}
    </>
  );
}
