// Mandates that limit what may be set aside: a set that would exceed one is no solution.
import { scaled } from "../../../base/amount";
import { isJointParty } from "../../../pledge/link";
import { allocatedIn } from "../../../pledge/mandate";
import { limitEnd } from "../../../pledge/measure";
import type { UnitOf } from "../../../pledge/same-as";
import { hasEnded } from "../../../pledge/stages";
import type { ContributionAssumption } from "../assumption";
import type { Snapshot } from "../../snapshot";
import { indexOf } from "../../snapshot-index";
import type { SharedLimit } from "./problem";
import type { Variables } from "./variables";

/** For pledges that a set may allocate or raise. `raised`: numbers that may be supposed, by contribution. */
export function limitsOn(
  references: ReadonlySet<string>,
  raised: ReadonlyMap<string, ContributionAssumption>,
  snapshot: Snapshot,
  variables: Variables,
  unitOf: UnitOf,
): SharedLimit[] {
  const { approvals, pledges } = indexOf(snapshot);
  const serving = new Set([...references].sort().flatMap((reference) => approvals.get(reference) ?? []));
  return [...serving].flatMap((approval) =>
    (approval.status === "NOT_REQUIRED" ? [] : (approval.limits ?? [])).map((limit): SharedLimit => {
      const { measure, most } = limitEnd(limit);
      const served = approval.serves.flatMap((reference) => pledges.get(reference) ?? []);
      const parts = served
        .filter(({ stage, voided }) => voided === null && !hasEnded(stage))
        .filter((pledge) => !isJointParty(pledge, approval))
        .flatMap((pledge) =>
          pledge.contributions.map((line) => {
            const low = allocatedIn(line, measure);
            const supposed = raised.get(line.id);
            const high = supposed === undefined ? null : amountOf(supposed, measure);
            return {
              unit: unitOf(line.id),
              allocated: variables.isAllocated(pledge),
              low,
              raised: supposed === undefined || high === null ? null : variables.number(supposed),
              high: high ?? low,
            };
          }),
        );
      return { given: variables.isGiven(approval), most: scaled(most), parts };
    }),
  );
}

const amountOf = (one: ContributionAssumption, measure: string): bigint | null => {
  if ("currency" in one) return one.currency === measure ? scaled(one.amount) : null;
  return one.unit === measure ? scaled(String(one.quantity)) : null;
};
