"use client";
import type { Day } from "@/lib/domain/base/day";
import { ConflictComparison } from "@/components/form/comparison";
import { FormFrame } from "@/components/form/form-frame";
import type { Clash } from "@/components/form/merging/merge";
import { useRecord } from "@/components/form/use-record";
import { useForm } from "@/components/form/use-form";
import type { Option } from "@/components/form/words";
import type { PledgeFormWords, FormOptions } from "../pledge-form/options";
import { needsDecision, type Approval } from "@/lib/domain/pledge/approval";
import type { ApprovalContent } from "@/lib/domain/proposals/proposed-change";
import { approvalBody, approvalDraft, newApproval, withReason, type ApprovalDraft } from "./approval-draft";
import { ApprovalFields } from "./approval-fields";
import { leaveWith, type StepWay } from "../stage-form/proposed";
import { valueText } from "../pledge-form/value-text";
import { StepWayNote } from "../stage-form/way-note";

interface Props {
  reference: string;
  /** The participant's pledges, which the approval may serve. */
  pledges: Option[];
  /** References of those that are binding: an outcome for them needs a decision. */
  binding: string[];
  /** A proposal that was sent back, with what it proposed. */
  resubmission: { id: string; draft: Partial<ApprovalDraft> } | null;
  title: string;
  today: Day;
  options: FormOptions;
  words: PledgeFormWords;
}

export function NewApprovalForm(props: Props & { participant: string }) {
  const { reference, participant, pledges, binding, resubmission } = props;
  const { title, today, options, words } = props;
  const name = `approval-${reference}${resubmission ? `-${resubmission.id}` : ""}`;
  const { draft, change, save, forget, frame } = useForm(words, {
    name,
    fresh: { ...newApproval(reference), ...resubmission?.draft },
  });
  const page = `/pledges/${reference}`;
  const submit = async () => {
    const fields = {
      participant,
      ...approvalBody(draft),
      ...(resubmission ? { replaces: resubmission.id } : {}),
    };
    const body = withReason(fields, draft.reason);
    const sent = await save({ method: "POST", path: "/approvals", body });
    if (!sent?.ok) return;
    forget();
    leaveWith({ page, anchor: "#approvals" }, sent.value, null, messageParams(draft, options, words));
  };
  const way = wayOf(binding, null, draft);
  return (
    <FormFrame {...frame} title={title} submit={submitOf(way, words)} onSubmit={submit} cancelHref={page}>
      <ApprovalFields
        draft={draft}
        onChange={(part) => change((before) => ({ ...before, ...part(before) }))}
        {...{ pledges, today, options, words }}
        way={<StepWayNote way={way} what={words.approvalMatters} words={words} />}
        isProposed={way === "propose"}
      />
    </FormFrame>
  );
}

export function EditApprovalForm(props: Props & { approval: Approval; names: Record<string, string> }) {
  const { reference, approval, pledges, binding, resubmission } = props;
  const { title, today, options, words, names } = props;
  const path = `/approvals/${approval.id}`;
  const page = `/pledges/${reference}`;
  const form = useRecord({
    words,
    name: `approval-${approval.id}${resubmission ? `-${resubmission.id}` : ""}`,
    read: approval,
    path,
    toDraft: approvalDraft,
    ...(resubmission ? { start: resubmission.draft } : {}),
    body: approvalBody,
    together: [["status", "statusSince", "scheduledFor", "decidedOn"]],
    request: (changes, { reason }) => ({ method: "PATCH", path, body: withReason(changes, reason) }),
    names,
    onSaved: (saved, message) =>
      leaveWith({ page, anchor: "#approvals" }, saved, message, messageParams(form.draft, options, words)),
  });
  const textOf = ({ field }: Clash, value: unknown): string => {
    const list = field === "kind" ? options.approvalKinds : options.approvalStatuses;
    const label =
      field === "kind" || field === "status" ? list.find((one) => one.value === value)?.label : null;
    return label ?? valueText("", value, options, words);
  };
  if (form.against) return <ConflictComparison {...form.against} {...{ textOf, words }} />;
  const way = wayOf(binding, approval, form.draft);
  return (
    <FormFrame {...form.frame} title={title} submit={submitOf(way, words)} cancelHref={page}>
      <ApprovalFields
        draft={form.draft}
        onChange={form.set}
        {...{ pledges, today, options, words }}
        way={<StepWayNote way={way} what={words.approvalMatters} words={words} />}
        isProposed={way === "propose"}
      />
    </FormFrame>
  );
}

/** Null where the form has nothing to say: only an outcome that a binding pledge needs is proposed. */
function wayOf(binding: readonly string[], before: Approval | null, draft: ApprovalDraft): StepWay | null {
  return needsDecision(binding, before, approvalBody(draft) as ApprovalContent) ? "propose" : null;
}

const submitOf = (way: StepWay | null, words: PledgeFormWords): string =>
  way === "propose" ? words.proposeApproval : words.saveApproval;

const messageParams = ({ body, status }: ApprovalDraft, options: FormOptions, words: PledgeFormWords) => ({
  what: `${body}, ${options.approvalStatuses.find(({ value }) => value === status)?.label ?? status}`,
  words,
});
