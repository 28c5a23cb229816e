import { Ago } from "@/components/tables/ago";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { Ledger } from "@/components/ui/ledger/ledger";
import type { ProposalRow } from "@/lib/domain/proposals/proposal";
import { shortMoment } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
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
}

export function ProposalTable({ proposals, view, participants, at }: Given) {
  const closed = proposals.some(({ status }) => status !== "OPEN");
  return (
    <Ledger
      caption={t("caption")}
      rows={proposals}
      rowKey={({ id }) => id}
      columns={[
        { heading: t("column.pledge"), bare: true, cell: (proposal) => <References proposal={proposal} /> },
        {
          heading: t("column.participant"),
          bare: true,
          cell: ({ participant }) => participants[participant] ?? participant,
        },
        {
          heading: t("column.wish"),
          names: true,
          cell: ({ id, title, wish }) => (
            <>
              <a href={asOfHref(reviewHref(view, id))} data-row="">
                <b>{title}</b>
              </a>
              <br />
              <ChangeGlance wish={wish} />
            </>
          ),
        },
        { heading: t("column.by"), cell: ({ proposedBy }) => proposedBy.name },
        {
          heading: t("column.since"),
          cell: ({ createdAt }) => <Ago at={createdAt} now={at} />,
        },
        ...(closed ? [{ heading: t("column.outcome"), cell: Outcome }] : []),
      ]}
    />
  );
}

function Outcome(proposal: ProposalRow) {
  const { decidedAt } = proposal;
  return (
    <>
      {outcomeWords(proposal)}
      {decidedAt ? <span className="text-muted"> {shortMoment(decidedAt)}</span> : null}
    </>
  );
}
