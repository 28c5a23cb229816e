"use client";
import type { ReactNode } from "react";
import { SelectControl, adoptTick, TextControl } from "@/components/form/controls";
import { DateControl } from "@/components/form/date-control";
import type { Option } from "@/components/form/words";
import { type PledgeFormWords, type FormOptions } from "../pledge-form/options";
import { MandateFields } from "./mandate-fields";
import { FieldGroup } from "@/components/ui/field";
import type { ApprovalDraft } from "./approval-draft";

interface Props {
  draft: ApprovalDraft;
  onChange: (change: (before: ApprovalDraft) => Partial<ApprovalDraft>) => void;
  /** The participant's pledges, which the approval may serve. */
  pledges: readonly Option[];
  errors: ReadonlyMap<string, string>;
  options: FormOptions;
  words: PledgeFormWords;
  /** Shown before the reason: whether the change is made at once. */
  way: ReactNode;
  /** A proposal needs a reason. */
  isProposed: boolean;
}

export function ApprovalFields({ draft, onChange, pledges, errors, options, words, way, isProposed }: Props) {
  const shared = { errors, errorPrefix: words.errorPrefix };
  const set = (part: Partial<ApprovalDraft>) => onChange(() => part);
  const serve = (pledge: string) => onChange(({ serves }) => ({ serves: toggled(serves, pledge).sort() }));
  return (
    <>
      <TextControl
        {...shared}
        path="body"
        required
        label={words.approvalBody}
        hint={words.approvalBodyHint}
        value={draft.body}
        onChange={(body) => set({ body })}
      />
      <div className="g2 even">
        <SelectControl
          {...shared}
          path="kind"
          required
          label={words.approvalKind}
          value={draft.kind}
          onChange={(kind) => set({ kind })}
          options={options.approvalKinds}
          none={words.choose}
        />
        <SelectControl
          {...shared}
          path="status"
          required
          label={words.approvalStatus}
          value={draft.status}
          onChange={(status) => set({ status })}
          options={options.approvalStatuses}
        />
        <DateControl
          {...shared}
          path="statusSince"
          label={words.statusSince}
          value={draft.statusSince}
          onChange={(statusSince) => set({ statusSince })}
        />
        <DateControl
          {...shared}
          path="scheduledFor"
          label={words.scheduledFor}
          value={draft.scheduledFor}
          onChange={(scheduledFor) => set({ scheduledFor })}
        />
        <DateControl
          {...shared}
          path="decidedOn"
          label={words.decidedOn}
          value={draft.decidedOn}
          onChange={(decidedOn) => set({ decidedOn })}
        />
      </div>
      <TextControl
        {...shared}
        path="subject"
        label={words.approvalSubject}
        value={draft.subject}
        onChange={(subject) => set({ subject })}
      />
      <MandateFields draft={draft} set={set} {...{ options, words, errors }} />
      <FieldGroup
        id="serves"
        label={words.serves}
        error={errors.get("serves")}
        errorPrefix={shared.errorPrefix}
      >
        {pledges.map((pledge) => (
          <p key={pledge.value}>
            <label>
              <input
                type="checkbox"
                ref={adoptTick(draft.serves.includes(pledge.value), () => serve(pledge.value))}
                className="check"
                checked={draft.serves.includes(pledge.value)}
                onChange={() => serve(pledge.value)}
              />{" "}
              <span className="ref">{pledge.value}</span> {pledge.label}
            </label>
          </p>
        ))}
      </FieldGroup>
      {way}
      <TextControl
        {...shared}
        path="reason"
        required={isProposed}
        label={words.approvalReason}
        hint={words.approvalReasonHint}
        value={draft.reason}
        onChange={(reason) => set({ reason })}
      />
    </>
  );
}

const toggled = (list: readonly string[], one: string): string[] =>
  list.includes(one) ? list.filter((other) => other !== one) : [...list, one];
