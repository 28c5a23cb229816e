import { Ledger } from "@/components/ui/ledger/ledger";
import type { KnownScenario } from "@/lib/domain/history/scenarios/scenario-details";
import { shortMoment } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { scenarioHref } from "./view";

const t = translator("scenarios");

interface Given {
  scenarios: readonly KnownScenario[];
}

export function ScenarioTable({ scenarios }: Given) {
  return (
    <Ledger
      caption={t("list.caption")}
      rows={scenarios}
      rowKey={({ id }) => id}
      columns={[
        { heading: t("list.name"), names: true, cell: Name },
        { heading: t("list.supposes"), numeric: true, cell: ({ assumptions }) => assumptions.length },
        { heading: t("list.asOf"), cell: ({ asOf }) => shortMoment(asOf) },
        { heading: t("list.starts"), numeric: true, cell: ({ result }) => result.started.count },
        {
          heading: t("list.shortLabel"),
          numeric: true,
          cell: ({ result: { coverage } }) =>
            t("list.shortOf", {
              short: coverage.filter(({ supposed }) => supposed.shortfall !== "0").length,
              count: coverage.length,
            }),
        },
        { heading: t("list.owner"), cell: ({ owner }) => owner },
      ]}
    />
  );
}

const Name = ({ id, name, note }: KnownScenario) => (
  <>
    <a href={scenarioHref(id)}>{name}</a>
    {note === null ? null : (
      <>
        <br />
        <span className="text-muted">{note.length > 120 ? `${note.slice(0, 119)}…` : note}</span>
      </>
    )}
  </>
);
