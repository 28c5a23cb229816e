import { z } from "zod";
import { APPROVAL_FIELDS } from "@/lib/domain/pledge/approval";
import { TEXT_LIMITS } from "@/lib/domain/pledge/pledge-fields";
import { optionalInputsOf, inputsOf } from "@/lib/schema/by-field";
import { limitsInput } from "@/lib/schema/amounts";
import { id, participantCode, pledgeReference, textInput } from "@/lib/schema/fields";

const serves = z.array(pledgeReference).max(200);
const reason = textInput(TEXT_LIMITS.reason).optional();

export const approvalInput = z.strictObject({
  participant: participantCode,
  ...inputsOf(APPROVAL_FIELDS, { serves: serves.default([]), limits: limitsInput }),
  reason,
  /** The id of a proposal that was sent back, which this one replaces. */
  replaces: id.optional(),
});
export type ApprovalInput = z.output<typeof approvalInput>;

/** Fields left out stay as they are. `serves` replaces the list. */
export const approvalChanges = z.strictObject({
  ...optionalInputsOf(APPROVAL_FIELDS, { serves, limits: limitsInput }),
  reason,
});
export type ApprovalChanges = z.output<typeof approvalChanges>;
