// The complete content of a proposal. New lines, evidence and approvals already have their ids, so the decider sees
// exactly what would be recorded.
import { applyTransition } from "../pledge/stage";
import { APPROVAL_FIELDS, type Approval } from "../pledge/approval";
import { canonical, type Json } from "../base/canonical";
import { asksTheSame } from "../pledge/condition";
import type { Day, Instant } from "../base/day";
import type { Evidence } from "../pledge/evidence";
import { silentIn } from "../base/field";
import type { FieldChange } from "./history";
import { asOwnClaims, withAnswers } from "../pledge/same-as";
import type { Actor } from "../people/actor";
import { CONTENT_FIELDS, type Pledge, type PledgeContent } from "../pledge/pledge";
import type { Stage } from "../pledge/stages";

export type ProposedPledgeChange =
  | ProposedStageChange
  | { do: "change"; changes: Partial<PledgeContent> }
  | { do: "void" };

export interface ProposedStageChange {
  do: "stage";
  to: Stage;
  /** Reference of the replacing pledge; only for SUPERSEDED. */
  successor: string | null;
  changes: Partial<PledgeContent>;
  /** New evidence, recorded with the step. */
  evidence: Evidence[];
  /** Ids of existing evidence that the proposer cites. */
  cites: string[];
  /** Why it may start although its condition isn't true. */
  override?: string;
}

export type ApprovalContent = Omit<Approval, "id" | "version" | "createdAt" | "updatedAt">;
export type ProposedApprovalChange =
  | { do: "record-approval"; approval: ApprovalContent }
  | { do: "change-approval"; changes: Partial<ApprovalContent> };

export type ProposedChange = ProposedPledgeChange | ProposedApprovalChange;

/**
 * As it is stored. A claim on record counts as it is there, when it is proposed and when it is approved
 * (`withAnswers`). If it was dropped in between, it returns as the proposer's own, whatever the first was answered.
 */
export const asProposedBy = (actor: Actor, wish: ProposedPledgeChange): ProposedPledgeChange =>
  wish.do === "void" ? wish : { ...wish, changes: asOwnClaims(actor, wish.changes) };

/** The pledge after the proposed change, if it were approved now; `reason` is the proposer's. */
export function applyProposal(
  pledge: Pledge,
  change: ProposedPledgeChange,
  { reason, at, today }: { reason: string | null; at: Instant; today: Day },
): Pledge {
  switch (change.do) {
    case "void":
      return { ...pledge, voided: { at, reason: reason ?? "" } };
    case "change":
      return withContent(pledge, change.changes, today);
    case "stage": {
      const ready = withProposedContent(pledge, change, at);
      return applyTransition(ready, { to: change.to, reason, successor: change.successor, today });
    }
  }
}

/** A changed condition counts from today, unless only its basis changed. */
export function withContent(pledge: Pledge, changes: Partial<PledgeContent>, today: Day): Pledge {
  const after = withAnswers(pledge, { ...pledge, ...changes });
  if (asksTheSame(after.condition, pledge.condition)) return after;
  return { ...after, conditionSetOn: after.condition === null ? null : today };
}

/** The pledge with the step's changes and evidence, before the step itself. */
export function withProposedContent(pledge: Pledge, change: ProposedStageChange, at: Instant): Pledge {
  const added = change.evidence
    .filter((piece) => !pledge.evidence.some(({ id }) => id === piece.id))
    .map((piece) => ({ ...piece, recordedAt: at }));
  const changed = withAnswers(pledge, { ...pledge, ...change.changes });
  return { ...changed, evidence: [...pledge.evidence, ...added] };
}

/** Null: the approval isn't on record and the proposal isn't to record it. */
export function applyApprovalProposal(
  approval: Approval | null,
  change: ProposedApprovalChange,
  { id, at }: { id: string; at: Instant },
): Approval | null {
  if (change.do === "record-approval") {
    if (approval) return null;
    return { id, ...NOTHING_MORE, ...change.approval, version: 1, createdAt: at, updatedAt: at };
  }
  return approval && { ...approval, ...change.changes };
}

/** A proposal from before a field was added lacks it. */
const NOTHING_MORE = silentIn(APPROVAL_FIELDS);

/** The fields that a proposal has to store: those that differ. */
export function contentDifference(before: PledgeContent, after: PledgeContent): Partial<PledgeContent> {
  const changed = CONTENT_FIELDS.filter((field) => textOf(before[field]) !== textOf(after[field]));
  return Object.fromEntries(changed.map((field) => [field, after[field]]));
}

/** A proposal's fields for display as a history. There are no values before: the proposal doesn't know them. */
export function proposedFieldChanges(change: ProposedChange): FieldChange[] {
  switch (change.do) {
    case "stage":
      return [
        proposed("stage", change.to),
        ...(change.successor === null ? [] : [proposed("supersededBy", change.successor)]),
        ...proposedFields(change.changes),
        ...(change.override === undefined ? [] : [proposed("override", change.override)]),
        ...change.evidence.map((piece, index) => proposed(`evidence.${index}`, piece)),
      ];
    case "void":
      return [proposed("voided", true)];
    case "record-approval":
      return proposedFields(change.approval);
    case "change":
    case "change-approval":
      return proposedFields(change.changes);
  }
}

/** Independent of the order of keys. */
const textOf = (value: unknown): string => canonical(value as Json);

const proposedFields = (fields: object): FieldChange[] =>
  Object.entries(fields).map(([field, value]) => proposed(field, value));

const proposed = (field: string, value: unknown): FieldChange => ({ field, from: null, to: value as Json });
