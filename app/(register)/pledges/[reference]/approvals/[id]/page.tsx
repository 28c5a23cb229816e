import { notFound } from "next/navigation";
import { EditApprovalForm, NewApprovalForm } from "@/components/pledge-form/approval-form";
import { approvalNames } from "@/components/pledge-form/names";
import { requireActorPage } from "@/lib/auth/page";
import { translator } from "@/lib/i18n/translator";
import { parsePledgeFilter } from "@/lib/pledges/filter";
import { loadPledges } from "@/lib/pledges/queries";
import { loadForm } from "../../../load-form";
import { loadForEditing } from "../../load-sheet";

const t = translator("pledge-form");

interface Props {
  params: Promise<{ reference: string; id: string }>;
}

export const generateMetadata = async ({ params }: Props) => ({
  title: t("approvalNew", { reference: (await params).reference }),
});

/** `new` records one; an id changes one that serves the pledge. */
export default async function ApprovalPage({ params }: Props) {
  const [{ actor, at }, { reference, id }] = await Promise.all([requireActorPage(), params]);
  const sheet = await loadForEditing(actor, reference, at);
  const approval = sheet.approvals.find((one) => one.id === id) ?? null;
  if (id !== "new" && approval === null) notFound();
  const own = parsePledgeFilter(new URLSearchParams({ participant: sheet.participant, limit: "200" }));
  const [form, pledges] = await Promise.all([
    loadForm(actor, at),
    own.ok ? loadPledges(actor, own.value, at) : null,
  ]);
  const title = approval ? t("approvalEdit", { body: approval.body }) : t("approvalNew", { reference });
  const served = (pledges?.ok ? pledges.value.items : []).map((row) => ({
    value: row.reference,
    label: row.title,
  }));
  const shared = { account: actor.id, reference, pledges: served, title, ...form };
  return (
    <>
      <div className="head">
        <h1>{title}</h1>
      </div>
      {approval ? (
        <EditApprovalForm {...shared} approval={approval} names={approvalNames()} />
      ) : (
        <NewApprovalForm {...shared} participant={sheet.participant} />
      )}
    </>
  );
}
