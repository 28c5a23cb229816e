import type { KnownScenario } from "@/lib/domain/history/scenarios/scenario-details";
import { translator } from "@/lib/i18n/translator";
import { momentIn } from "@/lib/i18n/when";
import { scenarioHref } from "./view";

const t = translator("scenarios");

export function ScenarioTable({
  scenarios,
  timeZone,
}: {
  scenarios: readonly KnownScenario[];
  timeZone: string;
}) {
  return (
    <table className="ledger stack">
      <caption className="vh">{t("list.caption")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("list.name")}</th>
          <th scope="col" className="num">
            {t("list.supposes")}
          </th>
          <th scope="col">{t("list.asOf")}</th>
          <th scope="col" className="num">
            {t("list.starts")}
          </th>
          <th scope="col" className="num">
            {t("list.shortLabel")}
          </th>
          <th scope="col">{t("list.owner")}</th>
        </tr>
      </thead>
      <tbody>
        {scenarios.map(({ id, name, note, asOf, assumptions, result, owner }) => (
          <tr key={id}>
            <th scope="row">
              <a href={scenarioHref(id)}>{name}</a>
              {note === null ? null : (
                <>
                  <br />
                  <span className="muted">{note.length > 120 ? `${note.slice(0, 119)}…` : note}</span>
                </>
              )}
            </th>
            <td className="num" data-l={t("list.supposes")}>
              {assumptions.length}
            </td>
            <td data-l={t("list.asOf")}>{momentIn(timeZone, asOf)}</td>
            <td className="num" data-l={t("list.starts")}>
              {result.started.count}
            </td>
            <td className="num" data-l={t("list.shortLabel")}>
              {t("list.shortOf", {
                short: result.coverage.filter(({ supposed }) => supposed.shortfall !== "0").length,
                count: result.coverage.length,
              })}
            </td>
            <td data-l={t("list.owner")}>{owner}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
