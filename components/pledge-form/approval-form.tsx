"use client";
import { Comparison } from "@/components/form/comparison";
import { FormFrame } from "@/components/form/form-frame";
import { useKept } from "@/components/form/kept";
import type { Clash } from "@/components/form/merge";
import { leaveTo } from "@/components/form/told";
import { useRecord } from "@/components/form/use-record";
import { useSave } from "@/components/form/use-save";
import type { Option, Words } from "@/components/form/words";
import type { Approval } from "@/lib/domain/approval";
import { approvalBody, approvalDraft, newApproval, withReason } from "./approval-draft";
import { ApprovalFields } from "./approval-fields";
import type { FormOptions } from "./options";
import { valueText } from "./value-text";

interface Props {
  account: string;
  reference: string;
  /** The participant's pledges, which it may serve. */
  pledges: Option[];
  title: string;
  options: FormOptions;
  words: Words;
}

export function NewApprovalForm(props: Props & { participant: string }) {
  const { account, reference, participant, pledges, title, options, words } = props;
  const kept = useKept(account, `approval-${reference}`, newApproval(reference));
  const { save, errors, troubles, attempt, busy } = useSave(words);
  const page = `/pledges/${reference}`;
  const submit = async () => {
    const body = withReason({ participant, ...approvalBody(kept.value) }, kept.value.reason);
    const sent = await save({ method: "POST", path: "/approvals", body });
    if (!sent?.ok) return;
    kept.forget();
    leaveTo(`${page}#approvals`, null);
  };
  return (
    <FormFrame
      {...{ words, title, troubles, attempt, busy }}
      {...(kept.restored ? { onDiscard: () => kept.startAnew() } : {})}
      submit={words.saveApproval ?? ""}
      onSubmit={() => void submit()}
      cancelHref={page}
      className="lform max-w-3xl"
    >
      <ApprovalFields
        draft={kept.value}
        onChange={(change) => kept.change((before) => ({ ...before, ...change(before) }))}
        {...{ pledges, errors, options, words }}
      />
    </FormFrame>
  );
}

export function EditApprovalForm(props: Props & { approval: Approval; names: Record<string, string> }) {
  const { account, reference, approval, pledges, title, options, words, names } = props;
  const path = `/approvals/${approval.id}`;
  const page = `/pledges/${reference}`;
  const form = useRecord({
    words,
    account,
    name: `approval-${approval.id}`,
    read: approval,
    path,
    take: approvalDraft,
    body: approvalBody,
    together: [["status", "statusSince", "scheduledFor", "decidedOn"]],
    wish: (changes, { reason }) => ({ method: "PATCH", path, body: withReason(changes, reason) }),
    names,
    onSaved: (_saved, said) => leaveTo(`${page}#approvals`, said),
  });
  const textOf = ({ field }: Clash, value: unknown): string => {
    const list = field === "kind" ? options.approvalKinds : options.approvalStatuses;
    const label =
      field === "kind" || field === "status" ? list.find((one) => one.value === value)?.label : null;
    return label ?? valueText("", value, options, words);
  };
  if (form.against)
    return (
      <Comparison against={form.against} {...{ textOf, words }} onChoose={form.choose} onBack={form.back} />
    );
  return (
    <FormFrame
      {...form.frame}
      title={title}
      submit={words.saveApproval ?? ""}
      cancelHref={page}
      className="lform max-w-3xl"
    >
      <ApprovalFields
        draft={form.draft}
        onChange={form.set}
        errors={form.errors}
        {...{ pledges, options, words }}
      />
    </FormFrame>
  );
}
