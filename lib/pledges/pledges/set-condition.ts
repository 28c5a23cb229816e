import "server-only";
import { asksTheSame, isLeaf, partsOf, type Condition, type Leaf } from "@/lib/domain/pledge/condition";
import type { Actor } from "@/lib/domain/people/actor";
import type { Instant } from "@/lib/domain/base/day";
import type { LeafFacts } from "@/lib/domain/conditions/leaf-facts";
import { isBinding, type Pledge } from "@/lib/domain/pledge/pledge";
import type { ProposedOutcome } from "@/lib/domain/proposals/proposal";
import { invalid, type FieldError } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import { withContent } from "@/lib/domain/proposals/proposed-change";
import { changingOrProposing } from "./changing";
import type { ConditionInput } from "./condition-schema";

/**
 * The condition for the pledge to start. It separates firm from conditional, so from COMMITTED on it changes
 * by decision; who stated it may still change without one.
 */
export function setCondition(
  actor: Actor,
  { condition, reason, ...ref }: { reference: string; ifMatch: number } & ConditionInput,
  at: Instant,
): Promise<Result<ProposedOutcome<PledgeDetails>>> {
  return changingOrProposing(actor, ref, at, async (tx, before) => {
    const facts = condition === null ? null : await tx.conditions.lockFacts(condition);
    const unknown =
      condition && facts ? unknownLeaves(condition, { facts, pledge: before }, "condition") : [];
    if (unknown.length > 0) return invalid(...unknown);
    if (isBinding(before) && !asksTheSame(before.condition, condition))
      return ok({ wish: { do: "change", changes: { condition } }, reason: reason ?? null });
    const after = withContent(before, { condition }, tx.today);
    return ok({ after, event: { action: "pledge.changed", reason: reason ?? null } });
  });
}

interface Known {
  facts: LeafFacts;
  /** The pledge that has the condition. */
  pledge: Pick<Pledge, "reference" | "evidence">;
}

/** Leaves that name something unknown, or the pledge itself; each with its path. */
function unknownLeaves(part: Condition, known: Known, path: string): FieldError[] {
  if ("not" in part) return unknownLeaves(part.not, known, `${path}.not`);
  if (isLeaf(part)) return [...whyNotLeaf(part, known, path), ...whyNotEvidence(part, known, path)];
  const key = "all" in part ? "all" : "any" in part ? "any" : "of";
  return partsOf(part).flatMap((one, index) => unknownLeaves(one, known, `${path}.${key}.${index}`));
}

function whyNotLeaf(leaf: Leaf, { facts, pledge }: Known, path: string): FieldError[] {
  if ("trigger" in leaf) {
    const known = facts.triggers.some(({ code }) => code === leaf.trigger);
    return known ? [] : [{ path: `${path}.trigger`, code: "unknown" }];
  }
  if ("approval" in leaf) {
    const known = facts.approvals.some(({ id }) => id === leaf.approval);
    return known ? [] : [{ path: `${path}.approval`, code: "unknown" }];
  }
  if (leaf.pledge === pledge.reference) return [{ path: `${path}.pledge`, code: "itself" }];
  const known = facts.pledges.some(({ reference }) => reference === leaf.pledge);
  return known ? [] : [{ path: `${path}.pledge`, code: "unknown" }];
}

const whyNotEvidence = (leaf: Leaf, { pledge }: Known, path: string): FieldError[] =>
  (leaf.evidence ?? []).flatMap((piece, index) =>
    pledge.evidence.some(({ id }) => id === piece)
      ? []
      : [{ path: `${path}.evidence.${index}`, code: "unknown" }],
  );
