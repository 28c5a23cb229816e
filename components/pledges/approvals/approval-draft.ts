import { APPROVAL_FIELDS, type Approval } from "@/lib/domain/pledge/approval";
import { limitsBody, limitsDraft, type DraftLimit } from "./limit-draft";
import { bodyOf, typedOf, type Typed } from "../contribution-form/typed-fields";

export interface ApprovalDraft extends Typed<typeof APPROVAL_FIELDS> {
  /** References, sorted. */
  serves: string[];
  limits: DraftLimit[];
  reason: string;
}

export const newApproval = (reference: string): ApprovalDraft => ({
  ...typedOf(APPROVAL_FIELDS, { status: "UNKNOWN" }),
  serves: [reference],
  limits: [],
  reason: "",
});

export const approvalDraft = (approval: Approval): ApprovalDraft => ({
  ...typedOf(APPROVAL_FIELDS, approval),
  serves: [...approval.serves].sort(),
  limits: limitsDraft(approval.limits),
  reason: "",
});

export const approvalBody = (draft: ApprovalDraft) =>
  bodyOf(APPROVAL_FIELDS, draft, { serves: draft.serves, limits: limitsBody(draft.limits) });

export const withReason = (fields: object, reason: string): object =>
  reason.trim() === "" ? fields : { ...fields, reason: reason.trim() };
