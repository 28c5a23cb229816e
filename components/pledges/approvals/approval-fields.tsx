"use client";
import type { ReactNode } from "react";
import { SelectControl, TextControl, textFields } from "@/components/form/controls";
import { GroupControl, TickLines, toggled } from "@/components/form/tick-field";
import type { Day } from "@/lib/domain/base/day";
import { DateControl } from "@/components/form/dates/date-control";
import type { Option } from "@/components/form/words";
import type { PledgeFormWords, FormOptions } from "../pledge-form/options";
import { MandateFields } from "./mandate-fields";
import { referenceLook } from "@/components/ui/looks";
import type { ApprovalDraft } from "./approval-draft";

interface Props {
  draft: ApprovalDraft;
  onChange: (change: (before: ApprovalDraft) => Partial<ApprovalDraft>) => void;
  /** The participant's pledges, which the approval may serve. */
  pledges: readonly Option[];
  today: Day;
  options: FormOptions;
  words: PledgeFormWords;
  /** Shown before the reason: whether the change is made at once. */
  way: ReactNode;
  /** A proposal needs a reason. */
  isProposed: boolean;
}

export function ApprovalFields(props: Props) {
  const { draft, onChange, pledges, today, options, words, way, isProposed } = props;
  const set = (part: Partial<ApprovalDraft>) => onChange(() => part);
  const fieldOf = textFields(draft, set);
  return (
    <>
      <TextControl {...fieldOf("body")} required label={words.approvalBody} hint={words.approvalBodyHint} />
      <div className="two-fields grid-cols-[1fr_1fr] mb-4 max-md:grid-cols-1">
        <SelectControl
          {...fieldOf("kind")}
          required
          label={words.approvalKind}
          options={options.approvalKinds}
          none={words.choose}
        />
        <SelectControl
          {...fieldOf("status")}
          required
          label={words.approvalStatus}
          options={options.approvalStatuses}
        />
        <DateControl {...fieldOf("statusSince")} label={words.statusSince} latest={today} />
        <DateControl
          {...fieldOf("scheduledFor")}
          required={draft.status === "SCHEDULED"}
          label={words.scheduledFor}
        />
        <DateControl {...fieldOf("decidedOn")} label={words.decidedOn} latest={today} />
      </div>
      <TextControl {...fieldOf("subject")} label={words.approvalSubject} />
      <MandateFields draft={draft} set={set} {...{ options, words }} />
      <GroupControl path="serves" label={words.serves}>
        <TickLines
          options={pledges}
          ticked={draft.serves}
          onToggle={(pledge) => onChange(({ serves }) => ({ serves: toggled(serves, pledge).sort() }))}
          shown={({ value, label }) => (
            <>
              <span className={referenceLook()}>{value}</span> {label}
            </>
          )}
        />
      </GroupControl>
      {way}
      <TextControl
        {...fieldOf("reason")}
        required={isProposed}
        label={words.approvalReason}
        hint={words.approvalReasonHint}
      />
    </>
  );
}
