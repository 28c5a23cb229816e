// Days link to the pledges that took so long or longer; counts link to theirs.
import type { ReactNode } from "react";
import { Count } from "@/components/ui/count";
import { Ledger, type ListColumn } from "@/components/ui/ledger/ledger";
import { NotStated } from "@/components/ui/not-stated";
import type { Lag, LagGroup } from "@/lib/domain/details/entry-lag";
import { translator } from "@/lib/i18n/translator";
import { groupName } from "./group-name";
import { lagHref, narrowedTo, rowsHref, wholeOf, type LagView } from "./view";

const t = translator("entry-lag");

type Figure = "median" | "p90" | "longest" | "known" | "unknown";

interface Given {
  groups: readonly LagGroup[];
  /** All groups together, each pledge once. */
  lag: Lag;
  view: LagView;
  names: Readonly<Record<string, string>>;
}

export function LagTable({ groups, lag: all, view, names }: Given) {
  const whole = wholeOf(view);
  const figure = (name: Figure, show: (lag: Lag, of: LagView) => ReactNode): ListColumn<LagGroup> => ({
    heading: t(`column.${name}`),
    numeric: true,
    cell: (group) => show(group.lag, narrowedTo(whole, group)),
    foot: show(all, whole),
  });
  return (
    <Ledger
      caption={t("caption")}
      rows={groups}
      rowKey={({ key }) => key ?? ""}
      columns={[
        {
          heading: t(`group.${view.group}`),
          names: true,
          cell: (group) => (
            <>
              <a href={lagHref(narrowedTo(whole, group))}>{groupName(group, view.group, names)}</a>
              {view.group === "desk" ? (
                <span className="text-caption text-muted block">{group.participants.join(" ")}</span>
              ) : null}
            </>
          ),
          foot: t("all"),
        },
        ...(["median", "p90", "longest"] as const).map((name) =>
          figure(name, (lag, of) => <Days days={lag[name]} view={of} />),
        ),
        figure("known", ({ known }, of) => (
          <Count n={known} href={rowsHref({ ...of, stated: ["yes"], least: null })} />
        )),
        figure("unknown", ({ unknown }, of) => (
          <Count n={unknown} href={rowsHref({ ...of, stated: ["no"], least: null })} />
        )),
      ]}
    />
  );
}

function Days({ days, view }: { days: number | null; view: LagView }) {
  if (days === null) return <NotStated>{t("unknown")}</NotStated>;
  return <a href={rowsHref({ ...view, stated: [], least: days })}>{days}</a>;
}
