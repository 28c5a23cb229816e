import { asOfHref } from "@/components/ui/address/as-of-href";
import { ApprovalBody } from "@/components/pledges/approvals/approval-body";
import { ApprovalMark } from "@/components/pledges/approvals/approval-mark";
import { Fold } from "@/components/ui/fold/fold";
import { Ledger } from "@/components/ui/ledger/ledger";
import { buttonLook } from "@/components/ui/looks";
import { Glyph } from "@/components/ui/marks/glyph";
import { NotStated } from "@/components/ui/not-stated";
import { holds, type Actor } from "@/lib/domain/people/actor";
import { confirmedIn } from "@/lib/domain/pledge/link";
import type { Approval } from "@/lib/domain/pledge/approval";
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import { registerDay } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { shortDay } from "@/lib/i18n/dates";

const t = translator("pledge");
const domain = translator("domain");

interface Props {
  details: PledgeDetails;
  viewer: Actor;
  /** Of participants, by code. */
  names: Readonly<Record<string, string>>;
}

export function Approvals({ details, viewer, names }: Props) {
  const page = `/pledges/${details.reference}/approvals`;
  const others =
    details.voided === null ? confirmedIn(details.jointWith).filter((code) => holds(viewer, code)) : [];
  return (
    <section className="section flex flex-wrap items-center gap-x-4" aria-labelledby="approvals">
      <h2 id="approvals">{t("approvals")}</h2>
      {details.approvals.length === 0 ? (
        <p className="text-muted flex-1">{t("noApproval")}</p>
      ) : (
        <Fold
          className="flex-1 open:order-1 open:basis-full"
          opensFor="approvals"
          summary={<ApprovalsInShort approvals={details.approvals} />}
        >
          <Ledger
            caption={t("approvalsOf", { reference: details.reference })}
            rows={details.approvals}
            rowKey={({ id }) => id}
            columns={[
              {
                heading: t("col.body"),
                names: true,
                cell: (approval) => (
                  <ApprovalBody
                    approval={approval}
                    details={details}
                    mayChange={
                      holds(viewer, approval.participant) && (details.may.edit || details.voided === null)
                    }
                    whose={
                      approval.participant === details.participant
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
                    {details.proposals.some((one) => one.subjectId === id && one.status === "OPEN") ? (
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
                cell: ({ createdAt }) => shortDay(registerDay(createdAt)),
              },
            ]}
          />
        </Fold>
      )}
      <span className="flex flex-wrap">
        {details.may.edit ? (
          <a className={buttonLook("plain")} href={asOfHref(`${page}/new`)}>
            <Glyph name="plus" />
            {t("addApproval")}
          </a>
        ) : null}
        {others.map((code) => (
          <a key={code} className={buttonLook("plain")} href={asOfHref(`${page}/new?for=${code}`)}>
            <Glyph name="plus" />
            {t("addApprovalOf", { name: names[code] ?? code })}
          </a>
        ))}
      </span>
    </section>
  );
}

/** Each body and where its decision is. */
const ApprovalsInShort = ({ approvals }: Pick<PledgeDetails, "approvals">) => (
  <span className="flex flex-wrap gap-x-4">
    {approvals.map(({ id, body, current }) => (
      <span key={id} className="flex flex-wrap gap-x-2">
        {body} <ApprovalMark status={current} />
      </span>
    ))}
  </span>
);

function DateOf(approval: Approval) {
  const date = approval.decidedOn ?? approval.scheduledFor ?? approval.statusSince;
  if (date === null) return <NotStated>{translator("ui")("noneOnRecord")}</NotStated>;
  return t(`approvalDate.${dateKind(approval)}`, { day: shortDay(date) });
}

const dateKind = (approval: Approval) =>
  approval.decidedOn !== null ? "decided" : approval.scheduledFor !== null ? "scheduled" : "since";
