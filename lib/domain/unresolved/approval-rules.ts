// What is open about the approvals of a pledge, and about the limits and ends of given ones.
import type { Cause } from "../conditions/cause";
import { dayOf, plusDays, type Day } from "../base/day";
import type { LeafFacts } from "../conditions/leaf-facts";
import { isPending, isRefused, lapsesOn, type Approval } from "../pledge/approval";
import { excesses, type Allocating } from "../pledge/mandate";

export type ApprovalCode =
  | "APPROVAL_UNKNOWN"
  | "APPROVAL_PENDING"
  | "APPROVAL_REFUSED"
  | "MANDATE_ENDING"
  | "APPROVED_LESS";

interface ApprovalContext {
  approvals: readonly Approval[];
  sharing: readonly Allocating[];
  facts: Pick<LeafFacts, "approvals">;
  timeZone: string;
  mandateDays: number;
}

export const APPROVAL_RULES: Record<ApprovalCode, (pledge: Allocating, context: ApprovalContext) => Cause[]> =
  {
    APPROVAL_UNKNOWN: (_pledge, context) =>
      approvalCauses(
        context,
        (approval) => approval.status === "UNKNOWN",
        (approval) => approval.statusSince,
      ),
    APPROVAL_PENDING: (_pledge, context) =>
      approvalCauses(
        context,
        (approval) => isPending(approval.status),
        (approval) => approval.statusSince,
      ),
    APPROVAL_REFUSED: (_pledge, context) => [
      ...approvalCauses(
        context,
        (approval) => isRefused(approval.status),
        (approval) => approval.decidedOn ?? approval.statusSince,
      ),
      ...mandateCauses(context, "mandate-ended", (_until, over) => ({ since: over })),
    ],
    MANDATE_ENDING: (_pledge, context) =>
      mandateCauses(context, "ending", (until, over) => ({
        since: plusDays(until, -context.mandateDays),
        until: over,
      })),
    APPROVED_LESS: (pledge, context) =>
      excesses(pledge, context, context.timeZone).map(
        ({ approval, measure, limit, allocated, since, until }) => ({
          what: "less",
          since,
          ...(until === null ? {} : { until }),
          data: {
            approval: approval.id,
            body: approval.body,
            kind: approval.kind,
            measure,
            limit,
            allocated,
          },
        }),
      ),
  };

function approvalCauses(
  context: ApprovalContext,
  concerns: (approval: Approval) => boolean,
  date: (approval: Approval) => Day | null,
): Cause[] {
  return approvalsOf(context)
    .filter(concerns)
    .map((approval) => ({
      what: "approval",
      since: date(approval) ?? dayOf(approval.createdAt, context.timeZone),
      data: { approval: approval.id, body: approval.body, kind: approval.kind, status: approval.status },
    }));
}

/** For approvals given until a day; `over` is the day after it. */
function mandateCauses(
  context: ApprovalContext,
  what: string,
  span: (until: Day, over: Day) => Pick<Cause, "since" | "until">,
): Cause[] {
  return approvalsOf(context).flatMap((approval) => {
    const { id, body, kind, validUntil } = approval;
    const over = lapsesOn(approval);
    if (over === null || validUntil === null) return [];
    return { what, ...span(validUntil, over), data: { approval: id, body, kind, on: validUntil } };
  });
}

/** Those that serve the pledge, and those its condition names. */
const approvalsOf = ({ approvals, facts }: ApprovalContext): Approval[] => [
  ...approvals,
  ...facts.approvals.filter(({ id }) => !approvals.some((serving) => serving.id === id)),
];
