import type { Column } from "@/components/ui/ledger/ledger";
import { STRENGTHS, type Presence } from "@/lib/domain/requirements/requirement-coverage";
import type { Measure } from "@/lib/domain/requirements/quantity-range";
import { figureLine, figureWords } from "@/lib/i18n/words/requirement-words";
import { translator } from "@/lib/i18n/translator";

const t = translator("requirements");
const domain = translator("domain");

interface Measured {
  presence: Presence;
  measure: Measure;
}

/** What would be there on a day by strength, and what is missing. */
export const presenceColumns = <Row,>(measured: (row: Row) => Measured): Column<Row>[] => [
  ...STRENGTHS.map((strength): Column<Row> => ({
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
