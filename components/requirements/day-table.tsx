// One day after the ceasefire: who would be there for each need, and what is missing.
import { asOfHref } from "@/components/ui/address/as-of-href";
import { presenceOn, unplaced } from "@/lib/domain/requirements/requirement-coverage";
import type { RequirementDetails } from "@/lib/domain/requirements/requirement-details";
import { amountWords, figureLine, figureWords } from "@/lib/i18n/words/requirement-words";
import { translator } from "@/lib/i18n/translator";
import { DAYS, requirementsHref, type RequirementsView } from "./view";

const t = translator("requirements");
const domain = translator("domain");

export function DayTable({
  sheets,
  view,
}: {
  sheets: readonly RequirementDetails[];
  view: RequirementsView;
}) {
  const { day } = view;
  const due = sheets.filter(
    ({ requirement: { neededBy, closed } }) =>
      closed === null && neededBy.day !== null && neededBy.day <= day,
  );
  const silent = due.reduce((sum, { coverage }) => sum + unplaced(coverage).length, 0);
  return (
    <section className="sec" aria-labelledby="by-day">
      <header>
        <h2 id="by-day">{t("days")}</h2>
        <nav className="seg rseg" aria-label={t("dayNav")}>
          {DAYS.map((one) => (
            <a
              key={one}
              href={asOfHref(requirementsHref({ ...view, day: one }, "by-day"))}
              {...(one === day ? { "aria-current": "true" as const } : {})}
            >
              {t("dayDue", { day: one })}
            </a>
          ))}
        </nav>
      </header>
      <p className="muted mb-4">{t("daysText", { day })}</p>
      {due.length === 0 ? <p>{t("dayNone", { day })}</p> : <Due due={due} day={day} />}
      {silent > 0 ? <p className="muted one">{t("noNotice", { count: silent })}</p> : null}
    </section>
  );
}

function Due({ due, day }: { due: readonly RequirementDetails[]; day: number }) {
  return (
    <table className="ledger stack">
      <caption className="vh">{t("dayCaption", { day })}</caption>
      <thead>
        <tr>
          <th scope="col">{t("column.requirement")}</th>
          <th scope="col" className="num">
            {t("column.due")}
          </th>
          <th scope="col" className="num">
            {domain("strength.firm")}
          </th>
          <th scope="col" className="num">
            {domain("strength.conditional")}
          </th>
          <th scope="col" className="num">
            {domain("strength.indicative")}
          </th>
          <th scope="col" className="num">
            {t("column.hole")}
          </th>
        </tr>
      </thead>
      <tbody>
        {due.map(({ requirement, coverage }) => {
          const { firm, conditional, indicative, hole } = presenceOn(coverage, day);
          const { measure } = coverage;
          return (
            <tr key={requirement.reference}>
              <th scope="row">
                <a className="ref" href={asOfHref(`/requirements/${requirement.reference}`)}>
                  {requirement.reference}
                </a>{" "}
                {requirement.title}
              </th>
              <td className="num" data-l={t("column.due")}>
                {amountWords(coverage.need, measure)}, {t("dayDue", { day: requirement.neededBy.day ?? 0 })}
              </td>
              <td className="num" data-l={domain("strength.firm")}>
                {figureLine(firm, measure)}
              </td>
              <td className="num" data-l={domain("strength.conditional")}>
                {figureLine(conditional, measure)}
              </td>
              <td className="num" data-l={domain("strength.indicative")}>
                {figureLine(indicative, measure)}
              </td>
              <td className="num" data-l={t("column.hole")}>
                <b>{hole === 0n ? t("none") : figureWords(hole, measure)}</b>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
