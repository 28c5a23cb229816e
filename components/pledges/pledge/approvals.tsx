import { asOfHref } from "@/components/ui/address/as-of-href";
import { Ledger } from "@/components/ui/ledger/ledger";
import { Glyph, type GlyphName } from "@/components/ui/marks/glyph";
import { StatusMark, type Family } from "@/components/ui/marks/mark";
import { NotStated } from "@/components/ui/not-stated";
import { holds, type Actor } from "@/lib/domain/people/actor";
import { confirmedIn } from "@/lib/domain/pledge/link";
import type { Approval, ApprovalStatus, CurrentApproval } from "@/lib/domain/pledge/approval";
import { dayOf } from "@/lib/domain/base/day";
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import { Mandate } from "@/components/pledges/approvals/mandate";
import { translator } from "@/lib/i18n/translator";
import { shortDay } from "@/lib/i18n/dates";

const t = translator("pledge");
const domain = translator("domain");

interface Props {
  sheet: PledgeDetails;
  viewer: Actor;
  /** Of participants, by code. */
  names: Readonly<Record<string, string>>;
  timeZone: string;
}

export function Approvals({ sheet, viewer, names, timeZone }: Props) {
  const page = `/pledges/${sheet.reference}/approvals`;
  const others =
    sheet.voided === null ? confirmedIn(sheet.jointWith).filter((code) => holds(viewer, code)) : [];
  return (
    <section className="sec" aria-labelledby="approvals">
      <header>
        <h2 id="approvals">{t("approvals")}</h2>
        {sheet.may.edit ? (
          <a className="btn plain" href={asOfHref(`${page}/new`)}>
            <Glyph name="plus" />
            {t("addApproval")}
          </a>
        ) : null}
        {others.map((code) => (
          <a key={code} className="btn plain" href={asOfHref(`${page}/new?for=${code}`)}>
            <Glyph name="plus" />
            {t("addApprovalOf", { name: names[code] ?? code })}
          </a>
        ))}
      </header>
      {sheet.approvals.length === 0 ? (
        <p className="muted">{t("noApproval")}</p>
      ) : (
        <Ledger
          caption={t("approvalsOf", { reference: sheet.reference })}
          rows={sheet.approvals}
          rowKey={({ id }) => id}
          columns={[
            {
              heading: t("col.body"),
              names: true,
              cell: (approval) => (
                <Body
                  approval={approval}
                  sheet={sheet}
                  mayChange={holds(viewer, approval.participant) && (sheet.may.edit || sheet.voided === null)}
                  whose={
                    approval.participant === sheet.participant
                      ? null
                      : (names[approval.participant] ?? approval.participant)
                  }
                />
              ),
            },
            { heading: t("col.kind"), cell: ({ kind }) => domain(`approvalKind.${kind}`) },
            {
              heading: t("col.status"),
              cell: ({ id, current }) => (
                <span>
                  <ApprovalMark status={current} />
                  {sheet.proposals.some((one) => one.subjectId === id && one.status === "OPEN") ? (
                    <>
                      <br />
                      <a href="#proposal">{t("approvalProposed")}</a>
                    </>
                  ) : null}
                </span>
              ),
            },
            { heading: t("col.date"), cell: DateOf },
            {
              heading: t("col.recorded"),
              cell: ({ createdAt }) => shortDay(dayOf(createdAt, timeZone)),
            },
          ]}
        />
      )}
    </section>
  );
}

function Body({
  approval,
  sheet,
  mayChange,
  whose,
}: {
  approval: CurrentApproval;
  sheet: PledgeDetails;
  mayChange: boolean;
  /** Of another party to a joint promise. */
  whose: string | null;
}) {
  const name = <b>{approval.body}</b>;
  return (
    <>
      {mayChange ? (
        <a href={asOfHref(`/pledges/${sheet.reference}/approvals/${approval.id}`)}>{name}</a>
      ) : (
        name
      )}
      {[whose, approval.subject].map((line, place) =>
        line ? (
          <span key={place}>
            <br />
            <span className="muted">{line}</span>
          </span>
        ) : null,
      )}
      <Mandate approval={approval} />
    </>
  );
}

function DateOf(approval: Approval) {
  const date = approval.decidedOn ?? approval.scheduledFor ?? approval.statusSince;
  if (date === null) return <NotStated>{translator("ui")("noneOnRecord")}</NotStated>;
  return t(`approvalDate.${dateKind(approval)}`, { day: shortDay(date) });
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
      {domain(`approvalStatus.${status}`)}
    </StatusMark>
  );
}
