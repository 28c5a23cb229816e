// A participant's pledges on one priority.
import { LinkedWith } from "@/components/pledges/links/linked-with";
import { PledgeLink } from "@/components/pledges/pledge/pledge-link";
import { Unsaid } from "@/components/pledges/pledges/unsaid";
import { windowWords } from "@/components/pledges/pledges/window";
import { Count } from "@/components/ui/count";
import { StageMark } from "@/components/ui/marks/stage-ring";
import type { Priority } from "@/lib/domain/base/priority";
import type { PledgeRow } from "@/lib/domain/details/pledge-details";
import { countedItems } from "@/lib/domain/unresolved/reasons";
import { translator } from "@/lib/i18n/translator";

const t = translator("participants");
const domain = translator("domain");

export function PositionTable({ pledges, priority }: { pledges: readonly PledgeRow[]; priority: Priority }) {
  return (
    <table className="ledger stack">
      <caption className="sr-only">
        {t("positionCaption", { priority: domain(`priority.${priority}`) })}
      </caption>
      <thead>
        <tr>
          <th className="w-28 max-md:w-auto" scope="col">
            {t("column.reference")}
          </th>
          <th className="max-md:w-auto" scope="col">
            {t("column.title")}
          </th>
          <th className="w-33 max-md:w-auto" scope="col">
            {t("column.stage")}
          </th>
          <th className="w-44 max-md:w-auto" scope="col">
            {t("column.window")}
          </th>
          <th scope="col" className="number w-23 max-md:w-auto">
            {t("column.unresolved")}
          </th>
        </tr>
      </thead>
      <tbody>
        {pledges.map((pledge) => (
          <tr key={pledge.reference}>
            <td>
              <PledgeLink reference={pledge.reference} />
            </td>
            <th className="max-md:w-auto" scope="row">
              {pledge.title} <LinkedWith pledge={pledge} />
            </th>
            <td>
              <StageMark stage={pledge.stage}>{domain(`stage.${pledge.stage}`)}</StageMark>
            </td>
            <td data-l={t("column.window")}>{windowWords(pledge) ?? <Unsaid stage={pledge.stage} />}</td>
            <td className="number" data-l={t("column.unresolved")}>
              <Count
                n={countedItems(pledge.unresolved).length}
                href={`/pledges/${pledge.reference}#unresolved`}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
