import { CoalitionMark } from "@/components/pledges/pledge/coalition-mark";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { ApprovalMark } from "@/components/pledges/pledge/approvals";
import { NotStated } from "@/components/ui/not-stated";
import type { Approval } from "@/lib/domain/pledge/approval";
import { translator } from "@/lib/i18n/translator";
import { shortDay } from "@/lib/i18n/when";

const t = translator("participants");
const ui = translator("ui");
const domain = translator("domain");

export function ParticipantApprovals({ approvals }: { approvals: readonly Approval[] }) {
  return (
    <section className="sec" aria-labelledby="approvals">
      <header>
        <h2 id="approvals">{t("approvals")}</h2>
      </header>
      {approvals.length === 0 ? (
        <p className="muted">{t("noApproval")}</p>
      ) : (
        <table className="ledger stack">
          <caption className="vh">{t("approvals")}</caption>
          <thead>
            <tr>
              {(["body", "approvalKind", "status", "date", "serves"] as const).map((name) => (
                <th key={name} scope="col">
                  {t(`column.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {approvals.map((approval) => (
              <Row key={approval.id} approval={approval} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Row({ approval }: { approval: Approval }) {
  const date = dateWords(approval);
  return (
    <tr>
      <th scope="row">
        <b>{approval.body}</b>
        {approval.subject ? (
          <>
            <br />
            <span className="muted">{approval.subject}</span>
          </>
        ) : null}
      </th>
      <td data-l={t("column.approvalKind")}>{domain(`approvalKind.${approval.kind}`)}</td>
      <td data-l={t("column.status")}>
        <ApprovalMark status={approval.status} />
      </td>
      <td data-l={t("column.date")}>{date ?? <NotStated>{ui("noneOnRecord")}</NotStated>}</td>
      <td data-l={t("column.serves")}>
        <span className="flex flex-wrap gap-x-2 gap-y-1">
          {approval.serves.map((reference) => (
            <span key={reference} className="flex gap-1">
              <a className="ref min-h-6" href={asOfHref(`/pledges/${reference}#approvals`)}>
                {reference}
              </a>
              <CoalitionMark reference={reference} />
            </span>
          ))}
        </span>
      </td>
    </tr>
  );
}

function dateWords({ decidedOn, scheduledFor, statusSince }: Approval): string | null {
  if (decidedOn !== null) return t("approvalDate.decided", { day: shortDay(decidedOn) });
  if (scheduledFor !== null) return t("approvalDate.scheduled", { day: shortDay(scheduledFor) });
  return statusSince === null ? null : t("approvalDate.since", { day: shortDay(statusSince) });
}
