// A new pledge, as first recorded.
import type { Day, Instant } from "../base/day";
import type { Evidence } from "./evidence";
import type { Pledge, PledgeContent } from "./pledge";

/** What its author states. */
export type StatedPledge = PledgeContent &
  Pick<Pledge, "participant" | "priority" | "stage"> & { reason: string | null; lastConfirmedOn: Day | null };

/** Its new identity, and when it is logged. */
export interface NewIdentity {
  id: string;
  reference: string;
  evidence: Evidence[];
  at: Instant;
  today: Day;
}

export function loggedPledge(
  { reason, ...said }: StatedPledge,
  { id, reference, evidence, at, today }: NewIdentity,
): Pledge {
  return {
    ...said,
    id,
    reference,
    version: 1,
    stageReason: said.stage === "DECLINED" ? reason : null,
    stageSetOn: today,
    suspendedFrom: null,
    pledgedByStepOn: null,
    conditionSetOn: said.condition === null ? null : today,
    evidence,
    voided: null,
    supersededBy: null,
    createdAt: at,
    updatedAt: at,
  };
}
