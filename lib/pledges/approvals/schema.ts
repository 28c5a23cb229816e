import { z } from "zod";
import { APPROVAL_KINDS, APPROVAL_STATUSES } from "@/lib/domain/pledge/approval";
import {
  dayInput,
  id,
  line,
  nullable,
  participantCode,
  pledgeReference,
  textInput,
} from "@/lib/schema/fields";

const APPROVAL_LIMITS = { body: 200, subject: 500, reason: 2_000, serves: 200 } as const;

const serves = z.array(pledgeReference).max(APPROVAL_LIMITS.serves);
const body = line(APPROVAL_LIMITS.body);

export const approvalInput = z.strictObject({
  participant: participantCode,
  kind: z.enum(APPROVAL_KINDS),
  body,
  subject: nullable(line(APPROVAL_LIMITS.subject)),
  status: z.enum(APPROVAL_STATUSES),
  statusSince: nullable(dayInput),
  scheduledFor: nullable(dayInput),
  decidedOn: nullable(dayInput),
  serves: serves.default([]),
  reason: textInput(APPROVAL_LIMITS.reason).optional(),
  /** The id of a proposal that was sent back, which this one replaces. */
  replaces: id.optional(),
});
export type ApprovalInput = z.output<typeof approvalInput>;

/** Fields left out stay as they are. `serves` replaces the list. */
export const approvalChanges = z.strictObject({
  kind: z.enum(APPROVAL_KINDS).optional(),
  body: body.optional(),
  subject: line(APPROVAL_LIMITS.subject).nullable().optional(),
  status: z.enum(APPROVAL_STATUSES).optional(),
  statusSince: dayInput.nullable().optional(),
  scheduledFor: dayInput.nullable().optional(),
  decidedOn: dayInput.nullable().optional(),
  serves: serves.optional(),
  reason: textInput(APPROVAL_LIMITS.reason).optional(),
});
export type ApprovalChanges = z.output<typeof approvalChanges>;
