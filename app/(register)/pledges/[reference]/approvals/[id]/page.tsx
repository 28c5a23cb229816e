import { notFound } from "next/navigation";
import { approvalDraft, type ApprovalDraft } from "@/components/pledges/approvals/approval-draft";
import { EditApprovalForm, NewApprovalForm } from "@/components/pledges/approvals/approval-form";
import { approvalNames } from "@/components/pledges/pledge-form/names";
import { OpenProposal, SentBack } from "@/components/pledges/stage-form/open-proposal";
import { PageHead } from "@/components/ui/page/page-head";
import { requireActorPage } from "@/lib/auth/page";
import { loadApproval } from "@/lib/pledges/approvals/queries";
import { holds, type Actor } from "@/lib/domain/people/actor";
import type { Approval } from "@/lib/domain/pledge/approval";
import type { Instant } from "@/lib/domain/base/day";
import { positionsOf } from "@/lib/domain/pledge/link";
import { isBinding } from "@/lib/domain/pledge/pledge";
import { registerDay } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { parsePledgeFilter } from "@/lib/pledges/pledges/asked";
import { loadPledges } from "@/lib/pledges/pledges/queries";
import { textOf, type PageOf } from "../../../../search";
import { loadForm } from "../../../form";
import { loadReturned, type Returned } from "../../returned";
import { loadForEditing } from "../../details";
import { titled } from "../../../../../titled";

const t = translator("pledge-form");

export const generateMetadata = titled<PageOf<"reference" | "id">>(async ({ params }) =>
  t("approvalNew", { reference: (await params).reference }),
);

/** `new` records an approval; an id changes one that serves the pledge. */
export default async function ApprovalPage({ params, searchParams }: PageOf<"reference" | "id">) {
  const { actor, at } = await requireActorPage();
  const [{ reference, id }, search] = await Promise.all([params, searchParams]);
  const details = await loadForEditing(
    actor,
    reference,
    at,
    (one) => one.may.edit || (one.voided === null && positionsOf(one).some((code) => holds(actor, code))),
  );
  const asked = textOf(search.proposal);
  const changing = await loadReturned(actor, id === "new" ? null : asked, {
    wish: "change-approval",
    concerns: reference,
    subjectId: id,
  });
  const approval =
    details.approvals.find((one) => one.id === id) ?? (changing && (await approvalOf(actor, id, at)));
  if (id !== "new" && approval === null) notFound();
  const whose =
    approval?.participant ??
    positionsOf(details).find((code) => code === textOf(search.for)) ??
    details.participant;
  if (!holds(actor, whose)) notFound();
  const own = parsePledgeFilter(new URLSearchParams({ participant: whose, limit: "200" }));
  const [form, pledges, recording] = await Promise.all([
    loadForm(actor, at),
    own.ok ? loadPledges(actor, own.value, at) : null,
    loadReturned(actor, approval ? null : asked, { wish: "record-approval", concerns: reference }),
  ]);
  const title = approval ? t("approvalEdit", { body: approval.body }) : t("approvalNew", { reference });
  const rows = pledges?.ok ? pledges.value.items : [];
  const shared = {
    reference,
    pledges: rows.map(({ reference: value, title: label, handling }) => ({
      value,
      label: handling === "COALITION" ? `${label} ${translator("form")("coalitionOnly")}` : label,
    })),
    binding: rows.filter(isBinding).map((row) => row.reference),
    title,
    today: registerDay(at),
    ...form,
  };
  const open = details.proposals.find((one) => one.subjectId === id && one.status === "OPEN");
  const returned = recording ?? changing;
  return (
    <>
      <PageHead title={title} />
      {open ? <OpenProposal proposal={open} reference={reference} /> : null}
      {returned ? <SentBack proposal={returned} /> : null}
      {approval ? (
        <EditApprovalForm
          {...shared}
          approval={approval}
          resubmission={changing && { id: changing.id, draft: changedDraft(changing, approval) }}
          names={approvalNames()}
        />
      ) : (
        <NewApprovalForm
          {...shared}
          resubmission={recording && { id: recording.id, draft: recordedDraft(recording) }}
          participant={whose}
        />
      )}
    </>
  );
}

/** An approval that a proposal would link to the pledge isn't among the pledge's approvals yet. */
async function approvalOf(actor: Actor, id: string, at: Instant): Promise<Approval | null> {
  const loaded = await loadApproval(actor, id, at);
  return loaded.ok ? loaded.value : null;
}

/** The proposal's values for the fields that it changes. */
function changedDraft(
  { wish, reason }: Returned<"change-approval">,
  approval: Approval,
): Partial<ApprovalDraft> {
  const proposed = Object.entries(approvalDraft({ ...approval, ...wish.changes }));
  return { ...Object.fromEntries(proposed.filter(([field]) => field in wish.changes)), reason };
}

const recordedDraft = ({ wish, reason, createdAt, updatedAt, subjectId }: Returned<"record-approval">) => ({
  ...approvalDraft({ id: subjectId, ...wish.approval, version: 1, createdAt, updatedAt }),
  reason,
});
