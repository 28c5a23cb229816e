// Who would be there, day by day after the ceasefire: a drawing of firm amounts against the need,
// and a table of all three figures.
import { Ledger, type ListColumn } from "@/components/ui/ledger/ledger";
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

const t = translator("requirements");
const domain = translator("domain");

const WIDTH = 640;
const HEIGHT = 140;
const LEFT = 8;
const BASE = 112;
const TOP = 16;

export function PresenceByDay({ sheet: { requirement, coverage } }: { sheet: RequirementDetails }) {
  const days = daysOfChange(requirement, coverage).map((day) => presenceOn(coverage, day));
  const silent = unplaced(coverage);
  const { measure, need } = coverage;
  return (
    <section className="sec" aria-labelledby="presence">
      <header>
        <h2 id="presence">{t("presence")}</h2>
      </header>
      <p className="muted mb-4">{t("presenceText")}</p>
      {days.length > 1 ? (
        <Chart
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
                {day === requirement.neededBy.day ? <span className="muted"> {t("neededThen")}</span> : null}
              </>
            ),
          },
          ...presenceColumns((presence: Presence) => ({ presence, measure })),
        ]}
      />
      {silent.length > 0 ? (
        <p className="muted one">
          {t("unplaced", { list: silent.map(({ pledge }) => pledge.reference).join(", ") })}
        </p>
      ) : null}
    </section>
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

function Chart({ days, need, label }: { days: readonly Presence[]; need: bigint; label: string }) {
  const last = Math.max(days.at(-1)?.day ?? 0, 1) * 1.1;
  const most = days.reduce((top, { firm }) => (firm.low > top ? firm.low : top), need);
  const x = (day: number): number => LEFT + (day / last) * (WIDTH - 2 * LEFT);
  const y = (amount: bigint): number => BASE - Number((amount * 1000n) / most / 1n) * ((BASE - TOP) / 1000);
  const path = days.map(
    ({ day, firm }, i) => `${i === 0 ? `M${x(day)} ${BASE}` : `H${x(day)}`} V${y(firm.low)}`,
  );
  return (
    <svg className="steps5" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <line className="needed" x1={LEFT} x2={WIDTH - LEFT} y1={y(need)} y2={y(need)} />
      <text x={WIDTH - LEFT} y={y(need) - 5} textAnchor="end">
        {t("neededLine")}
      </text>
      <path className="there" d={`${path.join(" ")} H${WIDTH - LEFT}`} />
      <line className="axis" x1={LEFT} x2={WIDTH - LEFT} y1={BASE} y2={BASE} />
      {days.map(({ day }) => (
        <text key={day} x={x(day)} y={BASE + 18} textAnchor={day === 0 ? "start" : "middle"}>
          {t("dayDue", { day })}
        </text>
      ))}
    </svg>
  );
}
