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
  heading: <Tick many="all" label={bulk("selectPage")} />,
  className: "tick",
  headClassName: "w-15",
  phone: "tick",
  cell: (pledge) =>
    keeps(pledge) ? (
      <Tick
        many={pledge.reference}
        version={pledge.version}
        label={bulk("select", { reference: pledge.reference })}
      />
    ) : null,
});

/** The bulk bar above the table listens to it; without a script a tick does nothing. */
function Tick({ many, version, label }: { many: string; version?: number; label: string }) {
  return (
    <input
      type="checkbox"
      className="check"
      data-many={many}
      {...(version === undefined ? {} : { "data-version": version })}
      aria-label={label}
      autoComplete="off"
    />
  );
}
