import type { Lag, LagGroup } from "@/lib/domain/details/entry-lag";
import { translator } from "@/lib/i18n/translator";
import { LagCells } from "./figures";
import { groupName } from "./group-name";
import { lagHref, narrowedTo, wholeOf, type LagView } from "./view";

const t = translator("entry-lag");

const COLUMNS = ["median", "p90", "longest", "known", "unknown"] as const;

export function LagTable({
  groups,
  lag,
  view,
  names,
}: {
  groups: readonly LagGroup[];
  /** All groups together, each pledge once. */
  lag: Lag;
  view: LagView;
  names: Readonly<Record<string, string>>;
}) {
  return (
    <table className="ledger stack">
      <caption className="vh">{t("caption")}</caption>
      <thead>
        <tr>
          <th scope="col">{t(`group.${view.group}`)}</th>
          {COLUMNS.map((name) => (
            <th key={name} scope="col" className="num">
              {t(`column.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => {
          const own = narrowedTo(wholeOf(view), group);
          return (
            <tr key={group.key ?? ""}>
              <th scope="row">
                <a href={lagHref(own)}>{groupName(group, view.group, names)}</a>
                {view.group === "desk" ? (
                  <span className="cap block">{group.participants.join(" ")}</span>
                ) : null}
              </th>
              <LagCells lag={group.lag} view={own} />
            </tr>
          );
        })}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t("all")}</th>
          <LagCells lag={lag} view={wholeOf(view)} />
        </tr>
      </tfoot>
    </table>
  );
}
