import { PledgeLink } from "@/components/pledges/pledge/pledge-link";
import { FieldChanges } from "@/components/pledges/changes/changes";
import { Ledger, type ListColumn } from "@/components/ui/ledger/ledger";
import { StageMark } from "@/components/ui/marks/stage-ring";
import type { PledgeChange } from "@/lib/domain/history/changes";
import { translator } from "@/lib/i18n/translator";
import { participantColumn, SectionFrame, type OfSection } from "./section-frame";

const t = translator("changes");
const domain = translator("domain");

interface Given extends OfSection {
  rows: readonly PledgeChange[];
  participants: Readonly<Record<string, string>>;
}

export function PledgeSection({ rows, participants, ...section }: Given) {
  return (
    <SectionFrame {...section} shown={rows.length}>
      <Ledger
        className="changed-pledges"
        walked
        caption={t(`section.${section.name}`)}
        rows={rows}
        rowKey={({ reference }) => reference}
        columns={[
          {
            heading: t("column.pledge"),
            names: true,
            cell: ({ reference }) => <PledgeLink reference={reference} />,
          },
          participantColumn(participants),
          ...(section.name === "quantities" ? quantityColumns() : stageColumns()),
        ]}
      />
    </SectionFrame>
  );
}

const quantityColumns = (): ListColumn<PledgeChange>[] => [
  {
    heading: t("column.quantity"),
    bare: true,
    cell: ({ changes }) => <FieldChanges changes={changes} />,
  },
];

const stageColumns = (): ListColumn<PledgeChange>[] => [
  { heading: t("column.before"), cell: ({ from }) => <Stage stage={from} /> },
  { heading: t("column.after"), cell: ({ to }) => <Stage stage={to} /> },
];

function Stage({ stage }: { stage: PledgeChange["from"] }) {
  if (stage === null) return <span className="text-muted">{t("by.notOnRecord")}</span>;
  return <StageMark stage={stage}>{domain(`stage.${stage}`)}</StageMark>;
}
