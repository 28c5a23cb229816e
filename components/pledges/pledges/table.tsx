import { Tick } from "@/components/pledges/bulk/tick";
import { Ledger, type ListColumn } from "@/components/ui/ledger/ledger";
import { holds, type Actor } from "@/lib/domain/people/actor";
import type { PledgeRow } from "@/lib/domain/details/pledge-details";
import { translator } from "@/lib/i18n/translator";
import { PLEDGE_COLUMNS, referenceColumn, type ColumnContext } from "./columns";
import { USUAL_LAYOUT } from "./layout";

const t = translator("pledges");
const bulk = translator("bulk");

interface Given extends Omit<ColumnContext, "keeps"> {
  pledges: readonly PledgeRow[];
  /** The user: pledges they keep can be ticked, and edited in the row. */
  viewer: Actor;
}

export function PledgeTable({ pledges, viewer, ...given }: Given) {
  const keeps = ({ voided, participant }: PledgeRow) => voided === null && holds(viewer, participant);
  const context = { ...given, keeps };
  const { layout = USUAL_LAYOUT } = given.view;
  const ticked = pledges.some(keeps);
  return (
    <Ledger
      caption={t("caption")}
      lines={layout.rows}
      rows={pledges}
      rowKey={({ reference: name }) => name}
      columns={[
        ...(ticked ? [ticks(keeps)] : []),
        referenceColumn(context, !ticked),
        ...layout.columns.map((column) => PLEDGE_COLUMNS[column](context)),
      ]}
    />
  );
}

/** A box in each row that the user keeps, and one for all of the page. */
const ticks = (keeps: (pledge: PledgeRow) => boolean): ListColumn<PledgeRow> => ({
  heading: <Tick pledges="all" label={bulk("selectPage")} />,
  className: "tick",
  headClassName: "w-15",
  phone: "tick",
  cell: (pledge) =>
    keeps(pledge) ? (
      <Tick pledges={[pledge]} label={bulk("select", { reference: pledge.reference })} />
    ) : null,
});
