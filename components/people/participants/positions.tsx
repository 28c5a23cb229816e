// A participant's position on each priority. Empty is not zero: no pledge is a hatch, declined a dash.
import { Markup } from "@/components/ui/page/markup/markup";
import { Searched } from "./searched";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { stateWords } from "@/components/unresolved/coverage/bars";
import { isMissing } from "@/components/unresolved/coverage/figures";
import { Glyph } from "@/components/ui/marks/glyph";
import { viewHref } from "@/components/ui/address/view-href";
import { buttonLook } from "@/components/ui/looks";
import { Section } from "@/components/ui/page/section";
import type { CurrentApproval } from "@/lib/domain/pledge/approval";
import type { CoverageCell, ParticipantRow } from "@/lib/domain/unresolved/matrix";
import type { PledgeRow } from "@/lib/domain/details/pledge-details";
import type { UnresolvedRow } from "@/lib/domain/unresolved/summary";
import { PositionTable } from "./position-table";
import { translator } from "@/lib/i18n/translator";

const t = translator("participants");
const domain = translator("domain");

export interface ParticipantView {
  pledges: readonly PledgeRow[];
  /** Other participants' pledges that name it; they don't count as its position. */
  named: readonly PledgeRow[];
  approvals: readonly CurrentApproval[];
  /** The first items; the participant has the count of all. */
  items: readonly UnresolvedRow[];
}

interface Given {
  participant: ParticipantRow;
  pledges: readonly PledgeRow[];
  named: readonly PledgeRow[];
  mayLog: boolean;
}

export function ParticipantPositions({ participant, pledges, named, mayLog }: Given) {
  return participant.cells.map((cell) => (
    <Markup key={cell.priority}>
      <Position
        cell={cell}
        pledges={pledges.filter(({ priority }) => priority === cell.priority)}
        named={named.filter(({ priority }) => priority === cell.priority)}
        mayLog={mayLog}
      />
    </Markup>
  ));
}

function Position({ cell, pledges, named, mayLog }: Omit<Given, "participant"> & { cell: CoverageCell }) {
  const { participant, priority } = cell;
  const id = `priority-${priority}`;
  return (
    <Section
      id={id}
      title={
        <>
          <span className="text-muted">{priority}</span> {domain(`priority.${priority}`)}
        </>
      }
      aside={
        mayLog ? (
          <a
            className={buttonLook("plain")}
            href={asOfHref(viewHref("/pledges/new", { participant, priority }))}
          >
            <Glyph name="plus" />
            {t("logHere")}
            <span className="sr-only">{t("logOn", { priority: domain(`priority.${priority}`) })}</span>
          </a>
        ) : null
      }
    >
      {pledges.length === 0 ? (
        <Nothing cell={cell} mayLog={mayLog} />
      ) : (
        <PositionTable pledges={pledges} priority={priority} />
      )}
      {named.length === 0 ? null : (
        <>
          <p className="text-muted">{translator("links")("panel", { count: named.length })}</p>
          <PositionTable pledges={named} priority={priority} />
        </>
      )}
    </Section>
  );
}

/** The page shows a limited number of pledges; a cell with more links to their list. */
function Nothing({ cell, mayLog }: { cell: CoverageCell; mayLog: boolean }) {
  const { participant, priority, pledges } = cell;
  if (pledges > 0)
    return (
      <p>
        <a href={asOfHref(viewHref("/pledges", { participant, priority }))}>
          {t("pledgeCount", { count: pledges })}
        </a>
      </p>
    );
  return (
    <>
      <p className="status-mark">
        <span className={isMissing(cell) ? "swatch w-6.5 h-5 no-pledge" : "swatch w-6.5 h-5"}>
          {isMissing(cell) ? <i className="hatch" /> : "·"}
        </span>
        {isMissing(cell) ? t("noPledge") : t("notExpected", { state: stateWords(cell) })}
      </p>
      <Searched cell={cell} />
      {mayLog && isMissing(cell) ? (
        <p>
          <a href={asOfHref(`/participants/${participant}/searched/${String(priority)}`)}>
            {t("searchLink")}
          </a>
        </p>
      ) : null}
    </>
  );
}
