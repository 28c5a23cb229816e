// One day after the ceasefire: who would be there for each need, and what is missing.
import { asOfHref } from "@/components/ui/address/as-of-href";
import { Ledger } from "@/components/ui/ledger/ledger";
import { Fold } from "@/components/ui/fold/fold";
import { Section } from "@/components/ui/page/section";
import { presenceOn, unplaced } from "@/lib/domain/requirements/requirement-coverage";
import type { RequirementDetails } from "@/lib/domain/requirements/requirement-details";
import { amountWords } from "@/lib/i18n/words/requirement-words";
import { translator } from "@/lib/i18n/translator";
import { Segments } from "@/components/ui/address/switches";
import { requirementColumn } from "./needs/table";
import { presenceColumns } from "./presence/by-day";
import { DAYS, requirementsHref, type RequirementsView } from "./view";

const t = translator("requirements");

interface Given {
  requirements: readonly RequirementDetails[];
  view: RequirementsView;
}

export function DayTable({ requirements, view }: Given) {
  const { day } = view;
  const due = requirements.filter(
    ({ requirement: { neededBy, closed } }) =>
      closed === null && neededBy.day !== null && neededBy.day <= day,
  );
  const silent = due.reduce((sum, { coverage }) => sum + unplaced(coverage).length, 0);
  return (
    <Section
      id="by-day"
      title={t("days")}
      aside={
        <Segments
          label={t("dayNav")}
          className="flex-wrap"
          views={DAYS.map((one) => ({
            href: asOfHref(requirementsHref({ ...view, day: one }, "by-day")),
            words: t("dayDue", { day: one }),
            isCurrent: one === day,
          }))}
        />
      }
    >
      {due.length === 0 ? (
        <p>{t("dayNone", { day })}</p>
      ) : (
        <Fold summary={t("allDays")} opensFor="by-day">
          <p className="text-muted mb-2">{t("daysText", { day })}</p>
          <Due due={due} day={day} />
        </Fold>
      )}
      {silent > 0 ? <p className="text-muted pt-3">{t("noNotice", { count: silent })}</p> : null}
    </Section>
  );
}

function Due({ due, day }: { due: readonly RequirementDetails[]; day: number }) {
  return (
    <Ledger
      caption={t("dayCaption", { day })}
      rows={due}
      rowKey={({ requirement }) => requirement.reference}
      columns={[
        requirementColumn(),
        {
          heading: t("column.due"),
          numeric: true,
          cell: ({ requirement: { neededBy }, coverage: { need, measure } }) =>
            `${amountWords(need, measure)}, ${t("dayDue", { day: neededBy.day ?? 0 })}`,
        },
        ...presenceColumns(({ coverage }: RequirementDetails) => ({
          presence: presenceOn(coverage, day),
          measure: coverage.measure,
        })),
      ]}
    />
  );
}
