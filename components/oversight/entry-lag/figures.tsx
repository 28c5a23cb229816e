// Days link to the pledges that took so long or longer; counts link to theirs.
import { Count } from "@/components/ui/count";
import { NotStated } from "@/components/ui/not-stated";
import type { Lag } from "@/lib/domain/details/entry-lag";
import { translator } from "@/lib/i18n/translator";
import { rowsHref, type LagView } from "./view";

const t = translator("entry-lag");

/** `view` is the group's view. */
export function LagCells({ lag, view }: { lag: Lag; view: LagView }) {
  return (
    <>
      {(["median", "p90", "longest"] as const).map((name) => (
        <td key={name} className="num" data-l={t(`column.${name}`)}>
          <Days days={lag[name]} view={view} />
        </td>
      ))}
      <td className="num" data-l={t("column.known")}>
        <Count n={lag.known} href={rowsHref({ ...view, stated: ["yes"], least: null })} />
      </td>
      <td className="num" data-l={t("column.unknown")}>
        <Count n={lag.unknown} href={rowsHref({ ...view, stated: ["no"], least: null })} />
      </td>
    </>
  );
}

function Days({ days, view }: { days: number | null; view: LagView }) {
  if (days === null) return <NotStated>{t("unknown")}</NotStated>;
  return <a href={rowsHref({ ...view, stated: [], least: days })}>{days}</a>;
}
