import "server-only";
import { type Actor, mayReadRegister } from "@/lib/domain/people/actor";
import { currentOn, type CurrentApproval, type ApprovalFilter } from "@/lib/domain/pledge/approval";
import type { Listed } from "@/lib/domain/base/listing";
import { isPast, momentOf, type NowOrAsOf } from "@/lib/domain/base/as-of";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { approvalPage, approvalsMatching } from "@/lib/domain/history/snapshot-approvals";
import { findPast } from "@/lib/db/past/snapshot";
import { countApprovals, findApproval, findApprovals } from "@/lib/db/queries/pledges/approvals";
import { todayAt } from "@/lib/db/queries/log/settings";
import { approvalQuery } from "./filter";

export async function loadApprovals(
  actor: Actor,
  filter: ApprovalFilter,
  at: NowOrAsOf,
): Promise<Result<Listed<CurrentApproval>>> {
  if (!mayReadRegister(actor)) return refuse("role");
  if (isPast(at)) {
    const { snapshot, day } = await findPast(at);
    const all = approvalsMatching(snapshot, filter, day);
    return ok(approvalQuery.page(approvalPage(all, filter), filter, all.length));
  }
  const today = await todayAt(at);
  const [found, total] = await Promise.all([findApprovals(filter, today), countApprovals(filter, today)]);
  return ok(approvalQuery.page(found.map(currentOn(today)), filter, total));
}

export async function loadApproval(
  actor: Actor,
  id: string,
  at: NowOrAsOf,
): Promise<Result<CurrentApproval>> {
  if (!mayReadRegister(actor)) return refuse("role");
  const past = isPast(at) ? await findPast(at) : null;
  const approval = past ? past.snapshot.approval.get(id) : await findApproval(id);
  if (!approval) return refuse("not-found");
  return ok(currentOn(past ? past.day : await todayAt(momentOf(at)))(approval));
}
