import { PledgeLink } from "@/components/pledges/pledge/pledge-link";
import { FieldChanges } from "@/components/pledges/changes/changes";
import { StageMark } from "@/components/ui/marks/stage-ring";
import type { PledgeChange } from "@/lib/domain/history/changes";
import { translator } from "@/lib/i18n/translator";
import { SectionFrame, type OfSection } from "./section-frame";

const t = translator("changes");
const domain = translator("domain");

interface Given extends OfSection {
  rows: readonly PledgeChange[];
  participants: Readonly<Record<string, string>>;
}

export function PledgeSection({ rows, participants, ...section }: Given) {
  const isQuantity = section.name === "quantities";
  return (
    <SectionFrame {...section} shown={rows.length}>
      <table className="ledger stack chp">
        <caption className="vh">{t(`section.${section.name}`)}</caption>
        <thead>
          <tr>
            <th scope="col">{t("column.pledge")}</th>
            <th scope="col">{t("column.participant")}</th>
            {isQuantity ? (
              <th scope="col">{t("column.quantity")}</th>
            ) : (
              <>
                <th scope="col">{t("column.before")}</th>
                <th scope="col">{t("column.after")}</th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.reference}>
              <th scope="row">
                <PledgeLink reference={row.reference} />
              </th>
              <td>
                <b>{participants[row.participant] ?? row.participant}</b>
                <br />
                <span className="muted">{row.title}</span>
              </td>
              {isQuantity ? (
                <td>
                  <FieldChanges changes={row.changes} />
                </td>
              ) : (
                <>
                  <td data-l={t("column.before")}>
                    <Stage stage={row.from} />
                  </td>
                  <td data-l={t("column.after")}>
                    <Stage stage={row.to} />
                  </td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </SectionFrame>
  );
}

function Stage({ stage }: { stage: PledgeChange["from"] }) {
  if (stage === null) return <span className="muted">{t("by.notOnRecord")}</span>;
  return <StageMark stage={stage}>{domain(`stage.${stage}`)}</StageMark>;
}
