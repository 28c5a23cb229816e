import { groupName } from "@/components/oversight/entry-lag/group-name";
import { lagHref, narrowedTo, type LagView } from "@/components/oversight/entry-lag/view";
import { Ledger } from "@/components/ui/ledger/ledger";
import { NotStated } from "@/components/ui/not-stated";
import type { LagGroup } from "@/lib/domain/details/entry-lag";
import { translator } from "@/lib/i18n/translator";

const t = translator("record-state");
const lag = translator("entry-lag");

/** Slowest first, as they come. */
export function LateDesks({ groups, view }: { groups: readonly LagGroup[]; view: LagView }) {
  const days = (of: number | null) => of ?? <NotStated>{lag("unknown")}</NotStated>;
  return (
    <Ledger
      caption={t("late.caption")}
      rows={groups}
      rowKey={({ key }) => key ?? ""}
      columns={[
        {
          heading: t("late.desk"),
          names: true,
          cell: (group) => <a href={lagHref(narrowedTo(view, group))}>{groupName(group, "desk", {})}</a>,
        },
        { heading: lag("column.median"), numeric: true, cell: ({ lag: { median } }) => days(median) },
        { heading: lag("column.p90"), numeric: true, cell: ({ lag: { p90 } }) => days(p90) },
      ]}
    />
  );
}
