import { coverageFigures } from "@/components/unresolved/coverage/figures";
import { MatrixFinding } from "@/components/unresolved/coverage/finding";
import { CoverageHeadline } from "@/components/unresolved/coverage/headline";
import { CoverageLegend } from "@/components/unresolved/coverage/legend";
import { Matrix } from "@/components/unresolved/coverage/matrix";
import { MatrixKeys } from "@/components/unresolved/coverage/matrix-keys";
import { OrderMenu } from "@/components/unresolved/coverage/order-menu";
import { PriorityKey } from "@/components/unresolved/coverage/priority-key";
import { rowGroups } from "@/components/unresolved/coverage/rows";
import { ShadesChart } from "@/components/unresolved/coverage/shades-chart";
import { LitKeys } from "@/components/unresolved/charts/lit-keys";
import { ExportLink } from "@/components/tables/export-link";
import { KeepPlace } from "@/components/ui/address/keep-place";
import { PageHead } from "@/components/ui/page/page-head";
import { Markup } from "@/components/ui/page/markup/markup";
import { participantName } from "@/lib/i18n/words/participant-name";
import { translator } from "@/lib/i18n/translator";
import { memory } from "../memory";

const VIEW = { order: "unresolved", cell: null } as const;
const DAY = "2026-11-27";
const TAKEN = { at: "2026-11-27T08:00:00.000Z", marking: "" };
const t = translator("coverage");

export default function CoverageTwin() {
  const { coverage, participants } = memory();
  const figures = coverageFigures(coverage);
  return (
    <>
      <Markup>
        <PageHead title={t("title")}>
          <ExportLink href="/api/v1/coverage.csv" />
        </PageHead>
      </Markup>
      <Markup>
        <CoverageHeadline figures={figures} />
      </Markup>
      <Markup>
        <div className="lens">
          <MatrixFinding coverage={coverage} />
          <OrderMenu view={VIEW} />
        </div>
      </Markup>
      <Markup>
        <CoverageLegend figures={{ ...figures, shading: null }} />
      </Markup>
      <div className="grid max-md:block print:block items-start grid-cols-1 gap-8 max-xl:gap-6">
        <div>
          <PriorityKey />
          <Markup>
            <Matrix
              coverage={coverage}
              groups={rowGroups(coverage, participants, VIEW.order)}
              shades={figures.shades}
              view={VIEW}
              today={DAY}
            />
          </Markup>
        </div>
      </div>
      <ShadesChart
        cells={coverage.cells}
        figures={figures}
        names={Object.fromEntries(participants.map((one) => [one.code, participantName(one)]))}
        view={VIEW}
        pictureFacts={TAKEN}
      />
      <KeepPlace />
      <MatrixKeys />
      <LitKeys />
    </>
  );
}
