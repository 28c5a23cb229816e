import { Ledger } from "@/components/ui/ledger/ledger";
import type { AccountProposalRow } from "@/lib/domain/proposals/account";
import { shortMoment } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { changeWords, proposedWords, statusWords } from "./words";

const t = translator("people");

interface Given {
  proposals: readonly AccountProposalRow[];
}

export function AccountProposalTable({ proposals }: Given) {
  return (
    <Ledger
      caption={t("proposals.caption")}
      rows={proposals}
      rowKey={({ id }) => id}
      columns={[
        {
          heading: t("proposals.whom"),
          names: true,
          cell: ({ id, title, wish }) => (
            <>
              <a href={`/review/accounts/${id}`}>
                <b>{title}</b>
              </a>
              <br />
              <span className="text-muted">{changeWords(wish)}</span>
            </>
          ),
        },
        {
          heading: t("proposals.what"),
          cell: ({ wish }) => proposedWords(wish) || "–",
        },
        { heading: t("proposals.by"), cell: ({ proposedBy }) => proposedBy.name },
        { heading: t("proposals.on"), cell: ({ createdAt }) => shortMoment(createdAt) },
        { heading: t("proposals.state"), cell: statusWords },
      ]}
    />
  );
}
