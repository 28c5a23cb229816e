"use client";
import { useState } from "react";
import { FieldGroup } from "@/components/ui/field";
import type { Approval } from "@/lib/domain/approval";
import { SelectControl, takingOverTick, TextControl } from "@/components/form/controls";
import { orNull } from "./draft";
import { FormFrame } from "@/components/form/form-frame";
import type { Option, Words } from "@/components/form/words";
import type { FormOptions } from "./options";
import { Stale } from "./reason-form";
import { useSave } from "@/components/form/use-save";

interface Props {
  reference: string;
  participant: string;
  /** The one that is changed; without it a new one is recorded. */
  approval: Approval | null;
  /** The participant's pledges, which it may serve. */
  pledges: Option[];
  title: string;
  options: FormOptions;
  words: Words;
}

export function ApprovalForm({ reference, participant, approval, pledges, title, options, words }: Props) {
  const [draft, setDraft] = useState(() => draftOf(approval, reference));
  const { save, busy, troubles, errors, attempt, signedOut, failure } = useSave(words);
  const page = `/pledges/${reference}`;
  const set = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }));
  const submit = async () => {
    const body = {
      ...(approval ? {} : { participant }),
      kind: draft.kind,
      body: draft.body.trim(),
      subject: orNull(draft.subject),
      status: draft.status,
      statusSince: orNull(draft.statusSince),
      scheduledFor: orNull(draft.scheduledFor),
      decidedOn: orNull(draft.decidedOn),
      serves: draft.serves,
      ...(draft.reason.trim() === "" ? {} : { reason: draft.reason.trim() }),
    };
    const sent = approval
      ? await save({ method: "PATCH", path: `/approvals/${approval.id}`, body, version: approval.version })
      : await save({ method: "POST", path: "/approvals", body });
    if (sent?.ok) location.assign(`${page}#approvals`);
  };
  const serve = (pledge: string) =>
    setDraft((before) => ({ ...before, serves: toggled(before.serves, pledge).sort() }));
  const shared = { errors, errorPrefix: words.errorPrefix ?? "" };
  const w = (key: string) => words[key] ?? key;
  return (
    <FormFrame
      {...{ words, title, troubles, attempt, signedOut, busy }}
      submit={w("saveApproval")}
      onSubmit={() => void submit()}
      cancelHref={page}
      className="lform max-w-3xl"
    >
      {failure?.is === "conflict" ? (
        <Stale page={page} words={words} detail={failure.refusal.detail} />
      ) : null}
      <TextControl
        {...shared}
        path="body"
        label={w("approvalBody")}
        hint={w("approvalBodyHint")}
        value={draft.body}
        onChange={(body) => set({ body })}
      />
      <div className="g2 even">
        <SelectControl
          {...shared}
          path="kind"
          label={w("approvalKind")}
          value={draft.kind}
          onChange={(kind) => set({ kind })}
          options={options.approvalKinds}
          none={w("choose")}
        />
        <SelectControl
          {...shared}
          path="status"
          label={w("approvalStatus")}
          value={draft.status}
          onChange={(status) => set({ status })}
          options={options.approvalStatuses}
        />
        <TextControl
          {...shared}
          path="statusSince"
          label={w("statusSince")}
          type="date"
          value={draft.statusSince}
          onChange={(statusSince) => set({ statusSince })}
        />
        <TextControl
          {...shared}
          path="scheduledFor"
          label={w("scheduledFor")}
          type="date"
          value={draft.scheduledFor}
          onChange={(scheduledFor) => set({ scheduledFor })}
        />
        <TextControl
          {...shared}
          path="decidedOn"
          label={w("decidedOn")}
          type="date"
          value={draft.decidedOn}
          onChange={(decidedOn) => set({ decidedOn })}
        />
      </div>
      <TextControl
        {...shared}
        path="subject"
        label={w("approvalSubject")}
        value={draft.subject}
        onChange={(subject) => set({ subject })}
      />
      <FieldGroup
        id="serves"
        label={w("serves")}
        error={errors.get("serves")}
        errorPrefix={shared.errorPrefix}
      >
        {pledges.map((pledge) => (
          <p key={pledge.value}>
            <label>
              <input
                type="checkbox"
                ref={takingOverTick(draft.serves.includes(pledge.value), () => serve(pledge.value))}
                className="check"
                checked={draft.serves.includes(pledge.value)}
                onChange={() => serve(pledge.value)}
              />{" "}
              <span className="ref">{pledge.value}</span> {pledge.label}
            </label>
          </p>
        ))}
      </FieldGroup>
      <TextControl
        {...shared}
        path="reason"
        label={w("approvalReason")}
        hint={w("approvalReasonHint")}
        value={draft.reason}
        onChange={(reason) => set({ reason })}
      />
    </FormFrame>
  );
}

const toggled = (list: readonly string[], one: string): string[] =>
  list.includes(one) ? list.filter((other) => other !== one) : [...list, one];

function draftOf(approval: Approval | null, reference: string) {
  return {
    kind: approval?.kind ?? "",
    body: approval?.body ?? "",
    subject: approval?.subject ?? "",
    status: approval?.status ?? "UNKNOWN",
    statusSince: approval?.statusSince ?? "",
    scheduledFor: approval?.scheduledFor ?? "",
    decidedOn: approval?.decidedOn ?? "",
    serves: approval?.serves ?? [reference],
    reason: "",
  } as Record<
    "kind" | "body" | "subject" | "status" | "statusSince" | "scheduledFor" | "decidedOn" | "reason",
    string
  > & { serves: string[] };
}
