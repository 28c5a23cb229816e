import { coverageFigures } from "@/components/coverage/figures";
import { Headline } from "@/components/coverage/headline";
import { Legend } from "@/components/coverage/legend";
import { Matrix } from "@/components/coverage/matrix";
import { OrderMenu } from "@/components/coverage/order-menu";
import { PriorityKey } from "@/components/coverage/priority-key";
import { rowGroups } from "@/components/coverage/rows";
import { memory } from "../memory";

const VIEW = { order: "unresolved", cell: null } as const;

export default function CoverageTwin() {
  const { coverage, participants } = memory();
  const figures = coverageFigures(coverage);
  return (
    <main>
      <Headline figures={figures} />
      <OrderMenu view={VIEW} />
      <Legend figures={figures} />
      <PriorityKey />
      <Matrix coverage={coverage} groups={rowGroups(coverage, participants, VIEW.order)} view={VIEW} />
    </main>
  );
}
