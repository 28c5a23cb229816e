import type { Proposal } from "@/lib/domain/proposals/proposal";

/** The form that resubmits a returned proposal, filled with what it asked for. */
export function resubmissionHref({ id, subjectId, reference, concerns, wish }: Proposal): string {
  const page = `/pledges/${reference ?? concerns[0] ?? ""}`;
  switch (wish.do) {
    case "stage":
      return `${page}/stage?proposal=${id}`;
    case "change":
      return `${page}/${isOfCondition(wish.changes) ? "condition" : "edit"}?proposal=${id}`;
    case "void":
      return `${page}/void?proposal=${id}`;
    case "record-approval":
      return `${page}/approvals/new?proposal=${id}`;
    case "change-approval":
      return `${page}/approvals/${subjectId}?proposal=${id}`;
  }
}

/** A condition has a form of its own, so it never changes together with another field. */
const isOfCondition = (changes: object): boolean => "condition" in changes;
