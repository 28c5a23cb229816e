import { PledgeLink } from "@/components/pledges/pledge/pledge-link";
import { StageMark } from "@/components/ui/marks/stage-ring";
import type { CycleDetails } from "@/lib/domain/conditions/cycle-details";
import { translator } from "@/lib/i18n/translator";

const t = translator("conditions");
const domain = translator("domain");

const COLUMNS = ["from", "to", "now"] as const;

/** Who waits for whom, and the other pledge's stage. */
export function Edges({ cycle, names }: { cycle: CycleDetails; names: Readonly<Record<string, string>> }) {
  return (
    <table className="ledger stack edges">
      <caption className="vh">{t("deadlocks.edges")}</caption>
      <thead>
        <tr>
          {COLUMNS.map((name) => (
            <th key={name} scope="col">
              {t(`deadlocks.column.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {cycle.edges.map(({ from, to, atLeast }) => (
          <tr key={`${from} ${to} ${atLeast}`}>
            <th scope="row">
              <Named reference={from} cycle={cycle} names={names} />
            </th>
            <td data-l={t("deadlocks.column.to")}>
              <span>
                <Named reference={to} cycle={cycle} names={names} />{" "}
                {t("deadlocks.at", { stage: domain(`stage.${atLeast}`) })}
              </span>
            </td>
            <td data-l={t("deadlocks.column.now")}>
              <Now reference={to} cycle={cycle} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Named({
  reference,
  cycle,
  names,
}: {
  reference: string;
  cycle: CycleDetails;
  names: Readonly<Record<string, string>>;
}) {
  const pledge = cycle.facts.pledges.find((one) => one.reference === reference);
  const code = pledge?.participant ?? reference.split("-")[0] ?? "";
  return (
    <>
      <PledgeLink reference={reference} at="#condition" /> {names[code] ?? code}
      {pledge ? <span className="muted">, {pledge.title}</span> : null}
    </>
  );
}

function Now({ reference, cycle }: { reference: string; cycle: CycleDetails }) {
  const pledge = cycle.facts.pledges.find((one) => one.reference === reference);
  return pledge ? <StageMark stage={pledge.stage}>{domain(`stage.${pledge.stage}`)}</StageMark> : null;
}
