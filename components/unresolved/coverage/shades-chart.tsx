// The chart under the matrix: how many cells have how much open, a box each in the cell's shade. The table says which.
import { ChartFrame } from "@/components/unresolved/charts/chart-frame";
import type { PictureFacts } from "@/components/unresolved/charts/chart-tools";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { Fold } from "@/components/ui/fold/fold";
import { Ledger } from "@/components/ui/ledger/ledger";
import { Markup } from "@/components/ui/page/markup/markup";
import { inColumns } from "@/lib/domain/unresolved/charts/columns";
import { isPriority } from "@/lib/domain/base/priority";
import type { CoverageCell } from "@/lib/domain/unresolved/matrix";
import { translator } from "@/lib/i18n/translator";
import { isStated, type CoverageFigures } from "./figures";
import { shadeRowId, ShadesDrawing, openInWords } from "./shades-drawing";
import { cellName, coverageHref, type CoverageView } from "./view";

const t = translator("coverage");

/** Columns that a drawing has room for. */
const MOST = 20;

interface Given {
  cells: readonly CoverageCell[];
  figures: CoverageFigures;
  /** Of participants, by code. */
  names: Readonly<Record<string, string>>;
  view: CoverageView;
  pictureFacts: PictureFacts;
}

export function ShadesChart({ cells, figures, names, view, pictureFacts }: Given) {
  const { shades, shading } = figures;
  const columns = inColumns(cells.filter(isStated), ({ unresolved }) => unresolved, MOST);
  if (shading === null) return null;
  const nameOf = ({ participant, priority }: CoverageCell): string =>
    t("shades.cell", { name: names[participant] ?? participant, priority });
  return (
    <ChartFrame
      id="shading"
      finding={t("legend.finding", { ...shading })}
      note={t("shades.note")}
      data={null}
      {...pictureFacts}
    >
      <Markup>
        <ShadesDrawing {...{ columns, shades, nameOf }} />
      </Markup>
      <Markup>
        <Fold summary={<b>{t("shades.asTable")}</b>} className="mt-2">
          <Ledger
            flat
            caption={t("shades.caption")}
            rows={columns.filter(({ rows }) => rows.length > 0)}
            rowKey={({ from }) => from}
            rowProps={(column) => ({ id: shadeRowId(column) })}
            columns={[
              { heading: t("shades.open"), names: true, cell: openInWords },
              { heading: t("shades.cells"), numeric: true, cell: ({ rows }) => rows.length },
              {
                heading: t("shades.which"),
                cell: ({ rows }) =>
                  rows.map((cell) => (
                    <a
                      key={cellName(cell)}
                      className="mr-4 inline-block min-h-6"
                      href={asOfHref(coverageHref({ ...view, cell: placeOf(cell) }))}
                    >
                      {nameOf(cell)}
                    </a>
                  )),
              },
            ]}
          />
        </Fold>
      </Markup>
    </ChartFrame>
  );
}

const placeOf = ({ participant, priority }: CoverageCell) =>
  isPriority(priority) ? { participant, priority } : null;
