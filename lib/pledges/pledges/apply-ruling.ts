import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import type { Instant } from "@/lib/domain/base/day";
import { whyNotMeasured } from "@/lib/domain/pledge/measure";
import { isBinding, materialChanges, type Pledge } from "@/lib/domain/pledge/pledge";
import { invalid, refuse, type FieldError } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import { isAppliedByHand, withRuling } from "@/lib/domain/proposals/ruled-value";
import { unapplied } from "@/lib/domain/proposals/ruling";
import type { ProposedOutcome } from "@/lib/domain/proposals/proposal";
import { contentDifference } from "@/lib/domain/proposals/proposed-change";
import { changingOrProposing, type VersionedRef } from "./changing";
import { isTurned, type ApplyRulingInput } from "./schema";

/**
 * Brings the record in line with a current ruling: at once, or by a proposal if the change needs a decision.
 */
export function applyRuling(
  actor: Actor,
  { ruling: id, ...ref }: VersionedRef & ApplyRulingInput,
  at: Instant,
): Promise<Result<ProposedOutcome<PledgeDetails>>> {
  return changingOrProposing(actor, ref, at, async (tx, before) => {
    const [rulings, approvals] = [
      await tx.rulings.on(before.reference),
      await tx.approvals.serving(before.reference),
    ];
    if (!rulings.some((one) => one.id === id)) return invalid({ path: "ruling", code: "unknown" });
    const ruling = unapplied(before, approvals, rulings).find((one) => one.id === id);
    if (!ruling) return refuse("already-there");
    if (isAppliedByHand(ruling)) return refuse("no-such-step");
    const after = withRuling(before, ruling);
    const errors = whyNot(after);
    if (errors.length > 0) return invalid(...errors);
    const { reason } = ruling;
    if (isBinding(before) && materialChanges(before, after).length > 0)
      return ok({ wish: { do: "change", changes: contentDifference(before, after) }, reason });
    return ok({ after, event: { action: "pledge.changed", reason } });
  });
}

/** The ruled value may contradict other fields of the record. */
function whyNot({ windowStart, windowEnd, contributions }: Pledge): FieldError[] {
  return [
    ...(isTurned(windowStart, windowEnd) ? [{ path: "windowEnd", code: "order" }] : []),
    ...contributions.flatMap((line, index) => [
      ...(isTurned(line.availableFrom, line.availableTo)
        ? [{ path: `contributions.${index}.availableTo`, code: "order" }]
        : []),
      ...(line.allocated
        ? whyNotMeasured(line, line.allocated).map(({ path, code }) => ({
            path: `contributions.${index}.allocated.${path}`,
            code,
          }))
        : []),
    ]),
  ];
}
