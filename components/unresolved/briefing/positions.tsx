// The participant's position on each priority: one line each, with its pledges and their evidence.
import { Searched } from "@/components/people/participants/searched";
import { PledgeLink } from "@/components/pledges/pledge/pledge-link";
import { stateWords } from "@/components/unresolved/coverage/bars";
import { isMissing } from "@/components/unresolved/coverage/figures";
import { amountLine } from "@/components/unresolved/briefing/amount-line";
import { StageMark } from "@/components/ui/marks/stage-ring";
import type { BriefingCitations } from "@/lib/domain/unresolved/briefing";
import type { CoverageCell, ParticipantRow } from "@/lib/domain/unresolved/matrix";
import type { PledgeRow } from "@/lib/domain/details/pledge-details";
import { translator } from "@/lib/i18n/translator";
import { SourceOf } from "./lines";
import { Block } from "./section";

const t = translator("briefing");
const domain = translator("domain");

export function BriefingPositions({
  participant,
  pledges,
  cited,
}: {
  participant: ParticipantRow;
  pledges: readonly PledgeRow[];
  cited: BriefingCitations;
}) {
  return (
    <Block
      id="positions"
      title={t("positions.title")}
      all={{ href: `/participants/${participant.code}`, words: t("positions.all") }}
    >
      <table className="ledger screen-stack brief-t positions-table">
        <caption className="sr-only">{t("positions.title")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("column.priority")}</th>
            <th scope="col">{t("column.reference")}</th>
            <th scope="col">{t("column.what")}</th>
            <th scope="col">{t("column.stage")}</th>
            <th scope="col">{t("column.source")}</th>
          </tr>
        </thead>
        {participant.cells.map((cell) => (
          <tbody key={cell.priority}>
            <Rows
              cell={cell}
              pledges={pledges.filter(({ priority }) => priority === cell.priority)}
              cited={cited}
            />
          </tbody>
        ))}
      </table>
    </Block>
  );
}

function Rows({
  cell,
  pledges,
  cited,
}: {
  cell: CoverageCell;
  pledges: readonly PledgeRow[];
  cited: BriefingCitations;
}) {
  const head = (
    <th scope="rowgroup" rowSpan={Math.max(1, pledges.length)}>
      {cell.priority} {domain(`priority.${cell.priority}`)}
    </th>
  );
  if (pledges.length === 0)
    return (
      <tr>
        {head}
        <td colSpan={4} className="text-muted">
          <span className="status-mark">
            <span className="swatch w-6.5 h-5">{isMissing(cell) ? <i className="hatch" /> : "·"}</span>
            {stateWords(cell)}
          </span>
          <Searched cell={cell} />
        </td>
      </tr>
    );
  return pledges.map((pledge, i) => (
    <tr key={pledge.reference}>
      {i === 0 ? head : null}
      <td>
        <PledgeLink reference={pledge.reference} />
      </td>
      <td>
        {pledge.title}
        <br />
        <span className="text-muted">{amountLine(pledge)}</span>
      </td>
      <td>
        <StageMark stage={pledge.stage}>{domain(`stage.${pledge.stage}`)}</StageMark>
      </td>
      <td className="source-line">
        <SourceOf cited={cited} reference={pledge.reference} />
      </td>
    </tr>
  ));
}
