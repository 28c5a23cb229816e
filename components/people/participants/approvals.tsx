import { CoalitionMark } from "@/components/pledges/pledge/coalition-mark";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { ApprovalMark } from "@/components/pledges/approvals/approval-mark";
import { Mandate } from "@/components/pledges/approvals/mandate";
import { Ledger } from "@/components/ui/ledger/ledger";
import { referenceLook } from "@/components/ui/looks";
import { NotStated } from "@/components/ui/not-stated";
import { Section } from "@/components/ui/page/section";
import type { Approval, CurrentApproval } from "@/lib/domain/pledge/approval";
import { translator } from "@/lib/i18n/translator";
import { shortDay } from "@/lib/i18n/dates";

const t = translator("participants");
const ui = translator("ui");
const domain = translator("domain");

export function ParticipantApprovals({ approvals }: { approvals: readonly CurrentApproval[] }) {
  return (
    <Section id="approvals" title={t("approvals")}>
      {approvals.length === 0 ? (
        <p className="text-muted">{t("noApproval")}</p>
      ) : (
        <Ledger
          caption={t("approvals")}
          rows={approvals}
          rowKey={({ id }) => id}
          columns={[
            { heading: t("column.body"), names: true, cell: Body },
            { heading: t("column.approvalKind"), cell: ({ kind }) => domain(`approvalKind.${kind}`) },
            { heading: t("column.status"), cell: ({ current }) => <ApprovalMark status={current} /> },
            {
              heading: t("column.date"),
              cell: (approval) => dateWords(approval) ?? <NotStated>{ui("noneOnRecord")}</NotStated>,
            },
            { heading: t("column.serves"), cell: Serves },
          ]}
        />
      )}
    </Section>
  );
}

const Body = (approval: CurrentApproval) => (
  <>
    <b>{approval.body}</b>
    {approval.subject ? (
      <>
        <br />
        <span className="text-muted">{approval.subject}</span>
      </>
    ) : null}
    <Mandate approval={approval} />
  </>
);

const Serves = ({ serves }: Approval) => (
  <span className="flex flex-wrap gap-x-2 gap-y-1">
    {serves.map((reference) => (
      <span key={reference} className="flex gap-1">
        <a className={referenceLook("min-h-6")} href={asOfHref(`/pledges/${reference}#approvals`)}>
          {reference}
        </a>
        <CoalitionMark reference={reference} />
      </span>
    ))}
  </span>
);

function dateWords({ decidedOn, scheduledFor, statusSince }: Approval): string | null {
  if (decidedOn !== null) return t("approvalDate.decided", { day: shortDay(decidedOn) });
  if (scheduledFor !== null) return t("approvalDate.scheduled", { day: shortDay(scheduledFor) });
  return statusSince === null ? null : t("approvalDate.since", { day: shortDay(statusSince) });
}
