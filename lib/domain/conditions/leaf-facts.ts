// What is known of a condition's leaves: their truth, since when, and their names.
import { isSettled, statusOn, type Approval } from "../pledge/approval";
import { atomsOf, type Condition, type Leaf, type Truth, type TruthOf } from "../pledge/condition";
import { dayOf, latest, type Day } from "../base/day";
import type { Pledge } from "../pledge/pledge";
import { atLeast } from "../pledge/stages";
import { latestOf, withSuccessors, replacedAmong } from "./successors";
import type { Trigger } from "../pledge/trigger";

export type TriggerFact = Pick<Trigger, "code" | "title" | "waiting" | "state" | "since" | "createdAt">;
export type ApprovalFact = Approval;
export type PledgeFact = Pick<
  Pledge,
  "reference" | "participant" | "priority" | "title" | "stage" | "stageSetOn" | "voided" | "supersededBy"
>;

/** The records that conditions refer to, and what replaced those pledges. What isn't here is unknown. */
export interface LeafFacts {
  triggers: readonly TriggerFact[];
  approvals: readonly ApprovalFact[];
  pledges: readonly PledgeFact[];
}

/** The part needed for their truth. */
export interface KnownLeaves {
  triggers: readonly Pick<TriggerFact, "code" | "state">[];
  approvals: readonly Pick<ApprovalFact, "id" | "status" | "validUntil">[];
  pledges: readonly (Pick<PledgeFact, "reference" | "stage" | "supersededBy"> & {
    voided: { reason: string } | null;
  })[];
}

export const NO_FACTS: LeafFacts = { triggers: [], approvals: [], pledges: [] };

/** On a day, as mandates end by themselves; null: before any does. */
export function truthIn({ triggers, approvals, pledges }: KnownLeaves, on: Day | null): TruthOf {
  const byCode = new Map(triggers.map((one) => [one.code, one]));
  const byId = new Map(approvals.map((one) => [one.id, one]));
  const byReference = new Map(pledges.map((one) => [one.reference, one]));
  const replaced = replacedAmong(pledges);
  return (leaf) => {
    if ("trigger" in leaf) return truthOfTrigger(byCode.get(leaf.trigger));
    if ("approval" in leaf) return truthOfApproval(byId.get(leaf.approval), on);
    const pledge = byReference.get(latestOf(leaf.pledge, replaced));
    return pledge === undefined ? null : pledge.voided === null && atLeast(pledge.stage, leaf.atLeast);
  };
}

/** Whether a leaf is a trigger that pledges may wait for without a gap. */
export function dormantIn({ triggers }: Pick<LeafFacts, "triggers">): (leaf: Leaf) => boolean {
  const dormant = new Set(triggers.filter(({ waiting }) => waiting === "DORMANT").map(({ code }) => code));
  return (leaf) => "trigger" in leaf && dormant.has(leaf.trigger);
}

/** The day of the leaf's last change, by the world's dates where they're known. */
export function changedOn(leaf: Leaf, facts: LeafFacts, timeZone: string): Day | null {
  if ("trigger" in leaf) {
    const trigger = facts.triggers.find(({ code }) => code === leaf.trigger);
    return trigger ? (trigger.since ?? dayOf(trigger.createdAt, timeZone)) : null;
  }
  if ("approval" in leaf) {
    const approval = facts.approvals.find(({ id }) => id === leaf.approval);
    return approval
      ? (approval.decidedOn ?? approval.statusSince ?? dayOf(approval.createdAt, timeZone))
      : null;
  }
  // Being replaced is a change too, even if the successor has been at its stage for longer.
  const line = withSuccessors([leaf.pledge], (name) => facts.pledges.find((one) => one.reference === name));
  const days = line.map(({ voided, stageSetOn }) => (voided ? dayOf(voided.at, timeZone) : stageSetOn));
  return days.length === 0 ? null : latest(days);
}

/** About the pledge of this reference, or the one that replaced it. */
export function factOfPledge(reference: string, { pledges }: Pick<LeafFacts, "pledges">): PledgeFact | null {
  const last = latestOf(reference, replacedAmong(pledges));
  return pledges.find((one) => one.reference === last) ?? null;
}

/** These leaves as given, all others as they are. */
export const supposingFacts =
  (truthOf: TruthOf, supposed: (leaf: Leaf) => Truth | undefined): TruthOf =>
  (leaf) => {
    const value = supposed(leaf);
    return value === undefined ? truthOf(leaf) : value;
  };

/** As if that trigger were met, and all else as it is; null: nothing is supposed. */
export const withTriggerMet = (truthOf: TruthOf, code: string | null): TruthOf =>
  supposingFacts(truthOf, (leaf) => ("trigger" in leaf && leaf.trigger === code ? true : undefined));

/** Only the facts that a condition refers to. */
export const factsNamedIn = (condition: Condition | null, facts: LeafFacts): LeafFacts =>
  factsBy(facts)(condition);

/** The same for many conditions, without scanning all facts for each. */
export function factsBy(facts: LeafFacts): (condition: Condition | null) => LeafFacts {
  const triggers = new Map(facts.triggers.map((one) => [one.code, one]));
  const approvals = new Map(facts.approvals.map((one) => [one.id, one]));
  const pledges = new Map(facts.pledges.map((one) => [one.reference, one]));
  return (condition) => {
    if (condition === null) return NO_FACTS;
    const atoms = atomsOf(condition);
    return {
      triggers: atoms.flatMap((leaf) => ("trigger" in leaf ? (triggers.get(leaf.trigger) ?? []) : [])),
      approvals: atoms.flatMap((leaf) => ("approval" in leaf ? (approvals.get(leaf.approval) ?? []) : [])),
      pledges: withSuccessors(
        atoms.flatMap((leaf) => ("pledge" in leaf ? [leaf.pledge] : [])),
        (reference) => pledges.get(reference),
      ),
    };
  };
}

const truthOfTrigger = (trigger: Pick<TriggerFact, "state"> | undefined): Truth =>
  trigger === undefined || trigger.state === "UNKNOWN" ? null : trigger.state === "MET";

function truthOfApproval(
  approval: Pick<ApprovalFact, "status" | "validUntil"> | undefined,
  on: Day | null,
): Truth {
  if (approval === undefined || approval.status === "UNKNOWN") return null;
  return isSettled(statusOn(approval, on));
}
