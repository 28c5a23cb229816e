import { Bases } from "@/components/conditions/condition/bases";
import { PledgeLink } from "@/components/pledges/pledge/pledge-link";
import { Ledger } from "@/components/ui/ledger/ledger";
import { StageMark } from "@/components/ui/marks/stage-ring";
import type { CycleDetails } from "@/lib/domain/conditions/cycle-details";
import { translator } from "@/lib/i18n/translator";

import { denials } from "./basis-words";

const t = translator("conditions");
const domain = translator("domain");

interface Given {
  cycle: CycleDetails;
  /** Of participants, by code. */
  names: Readonly<Record<string, string>>;
}

/** Who waits for whom, and the other pledge's stage. */
export function Edges({ cycle, names }: Given) {
  return (
    <Ledger
      className="edges"
      caption={t("deadlocks.edges")}
      rows={cycle.edges}
      rowKey={({ from, to, atLeast }) => `${from} ${to} ${atLeast}`}
      columns={[
        {
          heading: t("deadlocks.column.from"),
          names: true,
          cell: ({ from }) => <Named reference={from} cycle={cycle} names={names} />,
        },
        {
          heading: t("deadlocks.column.to"),
          cell: ({ to, atLeast }) => (
            <span>
              <Named reference={to} cycle={cycle} names={names} />{" "}
              {t("deadlocks.at", { stage: domain(`stage.${atLeast}`) })}
            </span>
          ),
        },
        {
          heading: t("deadlocks.column.basis"),
          cell: ({ from, basis }) => (
            <>
              <span className="whitespace-nowrap">
                <Bases of={[basis]} />
              </span>
              {denials(cycle, from).length === 0 ? null : <b> {t("deadlocks.denied")}</b>}
            </>
          ),
        },
        {
          heading: t("deadlocks.column.now"),
          cell: ({ to }) => <Now reference={to} cycle={cycle} />,
        },
      ]}
    />
  );
}

function Named({ reference, cycle, names }: Given & { reference: string }) {
  const pledge = cycle.facts.pledges.find((one) => one.reference === reference);
  const code = pledge?.participant ?? reference.split("-")[0] ?? "";
  return (
    <>
      <PledgeLink reference={reference} at="#condition" /> {names[code] ?? code}
      {pledge ? <span className="text-muted">, {pledge.title}</span> : null}
    </>
  );
}

function Now({ reference, cycle }: { reference: string; cycle: CycleDetails }) {
  const pledge = cycle.facts.pledges.find((one) => one.reference === reference);
  return pledge ? <StageMark stage={pledge.stage}>{domain(`stage.${pledge.stage}`)}</StageMark> : null;
}
