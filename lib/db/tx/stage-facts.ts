// The facts next to a locked pledge that stages require, as this transaction sees them.
import "server-only";
import type { StageFacts } from "@/lib/domain/pledge/evidence-requirements";
import { isActionable } from "@/lib/domain/pledge/condition";
import { truthIn } from "@/lib/domain/conditions/leaf-facts";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import type { Tx } from "../write";

export async function loadStageFacts(tx: Tx, { reference, condition }: Pledge): Promise<StageFacts> {
  return {
    approvals: await tx.approvals.serving(reference),
    deliveries: await tx.deliveries.of(reference),
    actionable: isActionable(condition, truthIn(await tx.conditions.factsFor([condition]))),
  };
}
