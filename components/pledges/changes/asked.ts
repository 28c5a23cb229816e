// What a proposal would change in the record as it is now, field by field.
import { changesBetween, type FieldChange } from "@/lib/domain/proposals/history";
import type { Instant } from "@/lib/domain/base/day";
import { CONTENT_FIELDS, type Pledge } from "@/lib/domain/pledge/pledge";
import { withAnswers } from "@/lib/domain/pledge/same-as";
import type { KnownProposal } from "@/lib/domain/proposals/proposal";
import { approvalRecord } from "@/lib/domain/history/record";
import type { Json } from "@/lib/domain/base/canonical";
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import { applyApprovalProposal } from "@/lib/domain/proposals/proposed-change";

export function proposedNow(
  { wish, subjectId }: KnownProposal,
  details: PledgeDetails,
  at: Instant,
): FieldChange[] {
  switch (wish.do) {
    case "void":
      return [];
    case "change":
      return fieldsBetween(details, wish.changes);
    case "stage":
      return [
        { field: "stage", from: details.stage, to: wish.to },
        ...(wish.successor === null
          ? []
          : [{ field: "supersededBy", from: details.supersededBy, to: wish.successor }]),
        ...fieldsBetween(details, wish.changes),
      ];
    default: {
      const before = details.approvals.find(({ id }) => id === subjectId) ?? null;
      const after = applyApprovalProposal(before, wish, { id: subjectId, at });
      return after ? changesBetween(before && approvalRecord(before), approvalRecord(after)) : [];
    }
  }
}

function fieldsBetween(pledge: Pledge, changes: Partial<Pledge>): FieldChange[] {
  const said = (from: Partial<Pledge>): Json =>
    Object.fromEntries(CONTENT_FIELDS.map((field) => [field, from[field] ?? null])) as unknown as Json;
  return changesBetween(said(pledge), said(withAnswers(pledge, { ...pledge, ...changes })));
}
