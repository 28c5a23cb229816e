import "server-only";
import type { Actor } from "@/lib/domain/actor";
import type { Approval } from "@/lib/domain/approval";
import { cursorOf } from "@/lib/domain/cursor";
import type { Instant } from "@/lib/domain/day";
import { listed, type ApprovalFilter, type Listed } from "@/lib/domain/listing";
import { refuse } from "@/lib/domain/refusal";
import { ok, type Result } from "@/lib/domain/result";
import { countApprovals, findApproval, findApprovals } from "@/lib/db/read/approvals";
import { reachesRegister } from "@/lib/db/reach";
import { APPROVAL_ORDER } from "./filter";

export async function loadApprovals(
  actor: Actor,
  filter: ApprovalFilter,
  _at: Instant,
): Promise<Result<Listed<Approval>>> {
  if (!reachesRegister(actor)) return refuse("role");
  const [found, total] = await Promise.all([findApprovals(filter), countApprovals(filter)]);
  return ok(
    listed(found, filter.limit, total, ({ participant, id }) => cursorOf(APPROVAL_ORDER, [participant, id])),
  );
}

export async function loadApproval(actor: Actor, id: string, _at: Instant): Promise<Result<Approval>> {
  if (!reachesRegister(actor)) return refuse("role");
  const approval = await findApproval(id);
  return approval ? ok(approval) : refuse("not-found");
}
