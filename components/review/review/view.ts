import { viewHref, type ViewValues } from "@/components/ui/address/view-href";
import type { ProposalFilter, ProposalStatus } from "@/lib/domain/proposals/proposal";

export type ReviewView = Omit<ProposalFilter, "after" | "limit">;

export const TABS = {
  waiting: ["OPEN"],
  returned: ["RETURNED"],
  closed: ["APPROVED", "WITHDRAWN", "REPLACED"],
} as const satisfies Record<string, readonly ProposalStatus[]>;
export type Tab = keyof typeof TABS;

/** `other`: the view's status has no tab. */
export function tabOf({ status }: ReviewView): Tab | "other" {
  const asked = [...status].sort().join();
  const tabs = Object.entries(TABS) as [Tab, readonly ProposalStatus[]][];
  return tabs.find(([, statuses]) => [...statuses].sort().join() === asked)?.[0] ?? "other";
}

export const queueHref = (view: ReviewView, cursor?: string): string =>
  viewHref("/review", { ...valuesOf(view), cursor });

/** One proposal, with the view that it is opened from. */
export const reviewHref = (view: ReviewView, id: string): string => viewHref(`/review/${id}`, valuesOf(view));

/** Whether the view shows less than its whole tab. */
export const hasProposalsFilter = ({ participant, priority, subject }: ReviewView): boolean =>
  participant.length + priority.length + subject.length > 0;

export const widened = (view: ReviewView): ReviewView => ({
  ...view,
  participant: [],
  priority: [],
  subject: [],
});

/** The usual view, open proposals, has the bare address. */
function valuesOf({ status, participant, priority, subject }: ReviewView): ViewValues {
  return { status: status.join() === "OPEN" ? null : status, participant, priority, subject };
}
