// Who would be there, day by day after the ceasefire: a drawing of firm amounts against the need,
// and a table of all three figures.
import { Ledger, type ListColumn } from "@/components/ui/ledger/ledger";
import { Section } from "@/components/ui/page/section";
import {
  daysOfChange,
  presenceOn,
  unplaced,
  type Presence,
} from "@/lib/domain/requirements/requirement-coverage";
import { STRENGTHS } from "@/lib/domain/requirements/strength-figures";
import type { Measure } from "@/lib/domain/requirements/quantity-range";
import type { RequirementDetails } from "@/lib/domain/requirements/requirement-details";
import { amountWords, figureLine, figureWords } from "@/lib/i18n/words/requirement-words";
import { translator } from "@/lib/i18n/translator";
import { PresenceChart } from "./chart";

const t = translator("requirements");
const domain = translator("domain");

export function PresenceByDay({ details: { requirement, coverage } }: { details: RequirementDetails }) {
  const days = daysOfChange(requirement, coverage).map((day) => presenceOn(coverage, day));
  const silent = unplaced(coverage);
  const { measure, need } = coverage;
  return (
    <Section id="presence" title={t("presence")}>
      <p className="text-muted mb-4">{t("presenceText")}</p>
      {days.length > 1 ? (
        <PresenceChart
          days={days}
          need={need}
          label={t("presenceChart", {
            list: days
              .map(({ day, firm }) => t("presenceDay", { day, there: figureWords(firm.low, measure) }))
              .join(", "),
            need: amountWords(need, measure),
          })}
        />
      ) : null}
      <Ledger
        caption={t("presenceCaption", { reference: requirement.reference })}
        rows={days}
        rowKey={({ day }) => day}
        columns={[
          {
            heading: t("column.day"),
            names: true,
            cell: ({ day }) => (
              <>
                {t("dayDue", { day })}
                {day === requirement.neededBy.day ? (
                  <span className="text-muted"> {t("neededThen")}</span>
                ) : null}
              </>
            ),
          },
          ...presenceColumns((presence: Presence) => ({ presence, measure })),
        ]}
      />
      {silent.length > 0 ? (
        <p className="text-muted pt-3">
          {t("unplaced", { list: silent.map(({ pledge }) => pledge.reference).join(", ") })}
        </p>
      ) : null}
    </Section>
  );
}

interface Measured {
  presence: Presence;
  measure: Measure;
}

/** What would be there on a day by strength, and what is missing. */
export const presenceColumns = <Row,>(measured: (row: Row) => Measured): ListColumn<Row>[] => [
  ...STRENGTHS.map((strength): ListColumn<Row> => ({
    heading: domain(`strength.${strength}`),
    numeric: true,
    cell: (row) => {
      const { presence, measure } = measured(row);
      return figureLine(presence[strength], measure);
    },
  })),
  {
    heading: t("column.hole"),
    numeric: true,
    cell: (row) => {
      const { presence, measure } = measured(row);
      return <b>{presence.hole === 0n ? t("none") : figureWords(presence.hole, measure)}</b>;
    },
  },
];
