// For each unresolved item, the link to the place where it is fixed.
import type { Cause } from "@/lib/domain/conditions/cause";
import type { UnresolvedCode } from "@/lib/domain/unresolved/unresolved";

export type FixKind =
  | "add-quantity"
  | "add-window"
  | "add-evidence"
  | "edit-authority"
  | "update-approval"
  | "edit-action"
  | "edit-due"
  | "resume"
  | "see-sources"
  | "confirm"
  | "edit-owner"
  | "log"
  | "see-proposal"
  | "follow-pledge"
  | "see-trigger"
  | "see-cycle"
  | "change-condition"
  | "decide-stage"
  | "see-offer"
  | "add-allocation"
  | "confirm-delivery"
  | "see-ruling";

export interface FixLink {
  name: FixKind;
  href: string;
}

interface Item {
  code: UnresolvedCode;
  params: { causes: Cause[] };
  participant: string;
  priority: number;
  reference: string | null;
}

export function fixLinkFor({ code, params, participant, priority, reference }: Item): FixLink {
  if (reference === null)
    return { name: "log", href: `/pledges/new?participant=${participant}&priority=${priority}` };
  const page = `/pledges/${reference}`;
  const approval = params.causes.find((cause) => cause.data?.approval !== undefined)?.data?.approval;
  const first = params.causes[0]?.what;
  switch (code) {
    case "NO_PLEDGE":
      return { name: "log", href: `/pledges/new?participant=${participant}&priority=${priority}` };
    case "NO_QUANTITY":
      return { name: "add-quantity", href: `${page}/edit#contributions` };
    case "NO_WINDOW":
      return { name: "add-window", href: `${page}/edit#windowStart` };
    case "ALLOCATION_SHORT":
      return { name: "add-allocation", href: `${page}/edit#contributions` };
    case "DELIVERY_UNCONFIRMED":
      return {
        name: "confirm-delivery",
        href: `${page}/deliveries/${String(params.causes[0]?.data?.delivery ?? "")}`,
      };
    case "NO_INSTRUMENT":
    case "NO_OFFICIAL_SOURCE":
    case "EVIDENCE_EXPIRED":
      return { name: "add-evidence", href: `${page}/evidence` };
    case "NO_AUTHORITY":
      return {
        name: "edit-authority",
        href: `${page}/edit#${first === "authority" ? "authorisedBy" : "furtherApproval"}`,
      };
    case "APPROVAL_UNKNOWN":
    case "APPROVAL_PENDING":
    case "APPROVAL_REFUSED":
    case "MANDATE_ENDING":
    case "APPROVED_LESS":
      return { name: "update-approval", href: `${page}/approvals/${approval ?? "new"}` };
    case "OVERDUE":
      return first === "due"
        ? { name: "edit-due", href: `${page}/edit#dueOn` }
        : { name: "edit-action", href: `${page}/edit#nextAction` };
    case "DEPENDS_ON_PARTNER":
      return { name: "follow-pledge", href: `/pledges/${params.causes[0]?.data?.pledge ?? reference}` };
    case "PARTICIPANT_LEFT":
      return { name: "decide-stage", href: `${page}/stage` };
    case "CONDITION_DEAD":
      return { name: "change-condition", href: `${page}/condition` };
    case "CONDITION_UNSOURCED":
      return { name: "add-evidence", href: `${page}/evidence` };
    case "TRIGGER_BLOCKING":
    case "TRIGGER_WAITING":
      return { name: "see-trigger", href: `/conditions/${params.causes[0]?.data?.trigger ?? ""}` };
    case "DEADLOCK":
      return { name: "see-cycle", href: "/conditions#deadlocks" };
    case "SUSPENDED":
      return { name: "resume", href: `${page}/stage` };
    case "DISPUTED":
      return { name: "see-sources", href: `${page}#disputes` };
    case "RULING_NOT_APPLIED":
      return { name: "see-ruling", href: `${page}#dispute-${params.causes[0]?.data?.field ?? ""}` };
    case "STALE":
      return { name: "confirm", href: `${page}#confirm` };
    case "NO_OWNER":
      return { name: "edit-owner", href: `${page}/edit#owner` };
    case "CAVEAT_MISMATCH":
      return { name: "see-offer", href: `/requirements/${params.causes[0]?.data?.requirement ?? ""}` };
    case "OVER_OFFERED":
      return { name: "see-offer", href: `${page}#offered` };
    case "DECISION_OPEN":
      return { name: "see-proposal", href: `${page}#proposal` };
  }
}
