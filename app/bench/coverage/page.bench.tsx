import { coverageFigures } from "@/components/coverage/figures";
import { Headline } from "@/components/coverage/headline";
import { Legend } from "@/components/coverage/legend";
import { Matrix } from "@/components/coverage/matrix";
import { MatrixKeys } from "@/components/coverage/matrix-keys";
import { OrderMenu } from "@/components/coverage/order-menu";
import { PriorityKey } from "@/components/coverage/priority-key";
import { rowGroups } from "@/components/coverage/rows";
import { CoverageViews } from "@/components/coverage/views";
import { ExportLink } from "@/components/tables/export-link";
import { KeepPlace } from "@/components/ui/keep-place";
import { translator } from "@/lib/i18n/translator";
import { memory } from "../memory";

const VIEW = { order: "unresolved", cell: null } as const;
const t = translator("coverage");

export default function CoverageTwin() {
  const { coverage, participants } = memory();
  const figures = coverageFigures(coverage);
  return (
    <>
      <div className="head">
        <h1>{t("title")}</h1>
        <div className="actions">
          <ExportLink href="/api/v1/coverage.csv" />
        </div>
      </div>
      <Headline figures={figures} />
      <div className="lens">
        <CoverageViews current="matrix" />
        <span className="sp" />
        <OrderMenu view={VIEW} />
      </div>
      <Legend figures={figures} />
      <div className="cov bare">
        <div>
          <PriorityKey />
          <Matrix coverage={coverage} groups={rowGroups(coverage, participants, VIEW.order)} view={VIEW} />
        </div>
      </div>
      <KeepPlace />
      <MatrixKeys />
    </>
  );
}
