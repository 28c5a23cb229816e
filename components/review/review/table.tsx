import { Ago } from "@/components/tables/ago";
import { asOfHref } from "@/components/ui/address/as-of-href";
import type { ProposalRow } from "@/lib/domain/proposals/proposal";
import { translator } from "@/lib/i18n/translator";
import { momentIn } from "@/lib/i18n/when";
import { outcomeWords } from "./outcome-words";
import { References } from "./references";
import { reviewHref, type ReviewView } from "./view";
import { ChangeGlance } from "../proposal/proposed-change";

const t = translator("review");

interface Given {
  proposals: readonly ProposalRow[];
  view: ReviewView;
  participants: Readonly<Record<string, string>>;
  at: string;
  timeZone: string;
}

export function ProposalTable({ proposals, view, ...given }: Given) {
  const closed = proposals.some(({ status }) => status !== "OPEN");
  return (
    <table className="ledger stack">
      <caption className="vh">{t("caption")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("column.pledge")}</th>
          <th scope="col">{t("column.participant")}</th>
          <th scope="col">{t("column.wish")}</th>
          <th scope="col">{t("column.by")}</th>
          <th scope="col">{t("column.since")}</th>
          {closed ? <th scope="col">{t("column.outcome")}</th> : null}
        </tr>
      </thead>
      <tbody>
        {proposals.map((proposal) => (
          <Row
            key={proposal.id}
            proposal={proposal}
            href={reviewHref(view, proposal.id)}
            closed={closed}
            {...given}
          />
        ))}
      </tbody>
    </table>
  );
}

function Row({
  proposal,
  href,
  closed,
  participants,
  at,
  timeZone,
}: { proposal: ProposalRow; href: string; closed: boolean } & Omit<Given, "proposals" | "view">) {
  const { participant, wish, title, proposedBy, createdAt } = proposal;
  const moment = (when: string) => <Ago at={when} now={at} timeZone={timeZone} />;
  return (
    <tr>
      <td>
        <References proposal={proposal} />
      </td>
      <td>{participants[participant] ?? participant}</td>
      <th scope="row">
        <a href={asOfHref(href)} data-row="">
          <b>{title}</b>
        </a>
        <br />
        <ChangeGlance wish={wish} />
      </th>
      <td data-l={t("column.by")}>{proposedBy.name}</td>
      <td data-l={t("column.since")}>{moment(createdAt)}</td>
      {closed ? (
        <td data-l={t("column.outcome")}>
          {outcomeWords(proposal)}
          {proposal.decidedAt ? (
            <span className="muted"> {momentIn(timeZone, proposal.decidedAt)}</span>
          ) : null}
        </td>
      ) : null}
    </tr>
  );
}
