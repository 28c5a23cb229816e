import { asOfHref } from "@/components/ui/address/as-of-href";
import { Glyph, type GlyphName } from "@/components/ui/marks/glyph";
import { StatusMark, type Family } from "@/components/ui/marks/mark";
import { NotStated } from "@/components/ui/not-stated";
import type { Approval, ApprovalStatus } from "@/lib/domain/pledge/approval";
import { dayOf } from "@/lib/domain/base/day";
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import { translator } from "@/lib/i18n/translator";
import { shortDay } from "@/lib/i18n/when";

export function Approvals({ sheet, timeZone }: { sheet: PledgeDetails; timeZone: string }) {
  const t = translator("pledge");
  return (
    <section className="sec" aria-labelledby="approvals">
      <header>
        <h2 id="approvals">{t("approvals")}</h2>
        {sheet.may.edit ? (
          <a className="btn plain" href={asOfHref(`/pledges/${sheet.reference}/approvals/new`)}>
            <Glyph name="plus" />
            {t("addApproval")}
          </a>
        ) : null}
      </header>
      {sheet.approvals.length === 0 ? (
        <p className="muted">{t("noApproval")}</p>
      ) : (
        <table className="ledger stack">
          <caption className="vh">{t("approvalsOf", { reference: sheet.reference })}</caption>
          <thead>
            <tr>
              {(["body", "kind", "status", "date", "recorded"] as const).map((col) => (
                <th scope="col" key={col}>
                  {t(`col.${col}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sheet.approvals.map((approval) => (
              <Row key={approval.id} approval={approval} sheet={sheet} timeZone={timeZone} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Row({ approval, sheet, timeZone }: { approval: Approval; sheet: PledgeDetails; timeZone: string }) {
  const t = translator("pledge");
  const domain = translator("domain");
  const open = sheet.proposals.some((one) => one.subjectId === approval.id && one.status === "OPEN");
  const date = approval.decidedOn ?? approval.scheduledFor ?? approval.statusSince;
  return (
    <tr>
      <th scope="row">
        {sheet.may.edit ? (
          <a href={asOfHref(`/pledges/${sheet.reference}/approvals/${approval.id}`)}>
            <b>{approval.body}</b>
          </a>
        ) : (
          <b>{approval.body}</b>
        )}
        {approval.subject ? (
          <>
            <br />
            <span className="muted">{approval.subject}</span>
          </>
        ) : null}
      </th>
      <td data-l={t("col.kind")}>{domain(`approvalKind.${approval.kind}`)}</td>
      <td data-l={t("col.status")}>
        <span>
          <ApprovalMark status={approval.status} />
          {open ? (
            <>
              <br />
              <a href="#proposal">{t("approvalProposed")}</a>
            </>
          ) : null}
        </span>
      </td>
      <td data-l={t("col.date")}>
        {date === null ? (
          <NotStated>{translator("ui")("noneOnRecord")}</NotStated>
        ) : (
          t(`approvalDate.${dateKind(approval)}`, { day: shortDay(date) })
        )}
      </td>
      <td data-l={t("col.recorded")}>{shortDay(dayOf(approval.createdAt, timeZone))}</td>
    </tr>
  );
}

const dateKind = (approval: Approval) =>
  approval.decidedOn !== null ? "decided" : approval.scheduledFor !== null ? "scheduled" : "since";

const MARKS: Record<ApprovalStatus, readonly [GlyphName, Family]> = {
  UNKNOWN: ["unknown", "waiting"],
  NOT_REQUIRED: ["declined", "neutral"],
  REQUIRED: ["waiting", "waiting"],
  TABLED: ["waiting", "waiting"],
  SCHEDULED: ["waiting", "waiting"],
  APPROVED: ["true", "done"],
  REJECTED: ["false", "blocked"],
  LAPSED: ["lapsed", "blocked"],
};

export function ApprovalMark({ status }: { status: ApprovalStatus }) {
  const [glyph, family] = MARKS[status];
  return (
    <StatusMark glyph={glyph} family={family}>
      {translator("domain")(`approvalStatus.${status}`)}
    </StatusMark>
  );
}
