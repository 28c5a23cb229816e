import { isAmong } from "../base/listing";
import type { Day } from "../base/day";
import { currentOn, type CurrentApproval, type ApprovalFilter } from "../pledge/approval";
import type { Snapshot } from "./snapshot";

export const approvalsMatching = (
  snapshot: Snapshot,
  { participant, kind, status }: Pick<ApprovalFilter, "participant" | "kind" | "status">,
  day: Day,
): CurrentApproval[] =>
  [...snapshot.approval.values()]
    .map(currentOn(day))
    .filter(
      (one) =>
        isAmong(participant, one.participant) && isAmong(kind, one.kind) && isAmong(status, one.current),
    )
    .sort((a, b) => compare([a.participant, a.id], [b.participant, b.id]));

/** The page after the filter's key; one more than the limit, if another page follows. */
export function approvalPage(
  found: readonly CurrentApproval[],
  { after, limit }: ApprovalFilter,
): CurrentApproval[] {
  const left =
    after === null ? found : found.filter(({ participant, id }) => compare([participant, id], after) > 0);
  return left.slice(0, limit + 1);
}

const compare = ([a = "", id = ""]: readonly string[], [b = "", other = ""]: readonly string[]): number =>
  a !== b ? (a < b ? -1 : 1) : id < other ? -1 : id > other ? 1 : 0;
