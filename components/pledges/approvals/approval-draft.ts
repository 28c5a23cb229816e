import type { Approval } from "@/lib/domain/pledge/approval";
import { textOrNull } from "../contribution-form/amount-body";

export interface ApprovalDraft {
  kind: string;
  body: string;
  subject: string;
  status: string;
  statusSince: string;
  scheduledFor: string;
  decidedOn: string;
  /** References, sorted. */
  serves: string[];
  reason: string;
}

export const newApproval = (reference: string): ApprovalDraft => ({
  kind: "",
  body: "",
  subject: "",
  status: "UNKNOWN",
  statusSince: "",
  scheduledFor: "",
  decidedOn: "",
  serves: [reference],
  reason: "",
});

export const approvalDraft = (approval: Approval): ApprovalDraft => ({
  kind: approval.kind,
  body: approval.body,
  subject: approval.subject ?? "",
  status: approval.status,
  statusSince: approval.statusSince ?? "",
  scheduledFor: approval.scheduledFor ?? "",
  decidedOn: approval.decidedOn ?? "",
  serves: [...approval.serves].sort(),
  reason: "",
});

export const approvalBody = (draft: ApprovalDraft) => ({
  kind: draft.kind,
  body: draft.body.trim(),
  subject: textOrNull(draft.subject),
  status: draft.status,
  statusSince: textOrNull(draft.statusSince),
  scheduledFor: textOrNull(draft.scheduledFor),
  decidedOn: textOrNull(draft.decidedOn),
  serves: draft.serves,
});

export const withReason = (fields: object, reason: string): object =>
  reason.trim() === "" ? fields : { ...fields, reason: reason.trim() };
