import "server-only";
import { type Actor, mayReadRegister } from "@/lib/domain/people/actor";
import type { Approval } from "@/lib/domain/pledge/approval";
import { cursorOf } from "@/lib/domain/base/cursor";
import { listed, type Listed } from "@/lib/domain/base/listing";
import type { ApprovalFilter } from "@/lib/domain/pledge/approval";
import { isPast, type NowOrAsOf } from "@/lib/domain/base/as-of";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { approvalPage, approvalsAsked } from "@/lib/domain/history/snapshot-approvals";
import { findPast } from "@/lib/db/past/snapshot";
import { countApprovals, findApproval, findApprovals } from "@/lib/db/queries/pledges/approvals";
import { APPROVAL_ORDER } from "./filter";

export async function loadApprovals(
  actor: Actor,
  filter: ApprovalFilter,
  at: NowOrAsOf,
): Promise<Result<Listed<Approval>>> {
  if (!mayReadRegister(actor)) return refuse("role");
  if (isPast(at)) {
    const all = approvalsAsked((await findPast(at)).world, filter);
    return ok(listed(approvalPage(all, filter), filter.limit, all.length, cursorAfter));
  }
  const [found, total] = await Promise.all([findApprovals(filter), countApprovals(filter)]);
  return ok(listed(found, filter.limit, total, cursorAfter));
}

const cursorAfter = ({ participant, id }: Approval): string => cursorOf(APPROVAL_ORDER, [participant, id]);

export async function loadApproval(actor: Actor, id: string, at: NowOrAsOf): Promise<Result<Approval>> {
  if (!mayReadRegister(actor)) return refuse("role");
  const approval = isPast(at) ? (await findPast(at)).world.approval.get(id) : await findApproval(id);
  return approval ? ok(approval) : refuse("not-found");
}
