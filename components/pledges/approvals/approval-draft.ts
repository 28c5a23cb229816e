import { APPROVAL_FIELDS, type Approval } from "@/lib/domain/pledge/approval";
import { bodyOf, typedOf, type Typed } from "../contribution-form/typed-fields";

export interface ApprovalDraft extends Typed<typeof APPROVAL_FIELDS> {
  /** References, sorted. */
  serves: string[];
  reason: string;
}

export const newApproval = (reference: string): ApprovalDraft => ({
  ...typedOf(APPROVAL_FIELDS, { status: "UNKNOWN" }),
  serves: [reference],
  reason: "",
});

export const approvalDraft = (approval: Approval): ApprovalDraft => ({
  ...typedOf(APPROVAL_FIELDS, approval),
  serves: [...approval.serves].sort(),
  reason: "",
});

export const approvalBody = (draft: ApprovalDraft) =>
  bodyOf(APPROVAL_FIELDS, draft, { serves: draft.serves });

export const withReason = (fields: object, reason: string): object =>
  reason.trim() === "" ? fields : { ...fields, reason: reason.trim() };
