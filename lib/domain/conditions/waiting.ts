// Items about what a pledge waits for: those that change when another record does.
import type { Cause } from "./cause";
import {
  decidingLeaves,
  isActionable,
  leavesOf,
  type Condition,
  type Deciding,
  type PledgeLeaf,
} from "../pledge/condition";
import { basisIn, BY_WORD, UNRECORDED } from "./said-basis";
import { latest, type Day } from "../base/day";
import type { Cycle } from "./deadlock";
import { changedOn, factOfPledge, supposingFacts, truthIn, type LeafFacts } from "./leaf-facts";
import type { Pledge } from "../pledge/pledge";
import { throughTime } from "./through-time";
import { hasEnded } from "../pledge/stages";
import type { TriggerWaiting } from "../pledge/trigger";

export type WaitingCode =
  | "DEPENDS_ON_PARTNER"
  | "TRIGGER_BLOCKING"
  | "DEADLOCK"
  | "CONDITION_DEAD"
  | "TRIGGER_WAITING";

export type Waits = Pick<Pledge, "reference" | "condition" | "conditionSetOn">;

export interface WaitingContext {
  facts: LeafFacts;
  cycle: Cycle | null;
  timeZone: string;
}

type Rule<Context> = (pledge: Waits, context: Context) => Cause[];
/** On a day; null: before any mandate ends. */
type OnDay = WaitingContext & { on: Day | null };

const RULES: Record<WaitingCode, Rule<OnDay>> = {
  DEPENDS_ON_PARTNER: (pledge, context) =>
    waits(pledge, context, ({ leaf, wanted }) => {
      if (!("pledge" in leaf) || isDead({ leaf, wanted }, context.facts)) return null;
      return { what: wanted ? "pledge" : "not-pledge", data: pledgeData(leaf, context.facts) };
    }),
  TRIGGER_BLOCKING: (pledge, context) =>
    waits(pledge, context, (deciding) => triggerCause(deciding, context, "BLOCKING")),
  DEADLOCK: (pledge, { cycle, facts }) =>
    cycle?.isDeadlock
      ? [
          {
            what: "cycle",
            since: cycle.since,
            data: {
              with: cycle.pledges.filter((reference) => reference !== pledge.reference).join(", "),
              participants: cycle.participants.join(", "),
              basis: basesWithin(pledge.condition, cycle, facts).join(" "),
            },
          },
        ]
      : [],
  CONDITION_DEAD: (pledge, context) =>
    waits(pledge, context, (deciding) => {
      const { leaf } = deciding;
      if (!("pledge" in leaf) || !isDead(deciding, context.facts)) return null;
      return { what: "ended", data: pledgeData(leaf, context.facts) };
    }),
  TRIGGER_WAITING: (pledge, context) => {
    const { condition, conditionSetOn } = pledge;
    if (condition === null || conditionSetOn === null) return [];
    const truthOf = truthIn(context.facts, context.on);
    const isDormant = (code: string): boolean =>
      context.facts.triggers.some((one) => one.code === code && one.waiting === "DORMANT");
    const met = supposingFacts(truthOf, (leaf) =>
      "trigger" in leaf && isDormant(leaf.trigger) ? true : undefined,
    );
    if (isActionable(condition, truthOf) || !isActionable(condition, met)) return [];
    return waits(pledge, context, (deciding) => triggerCause(deciding, context, "DORMANT")).map((cause) => ({
      ...cause,
      since: conditionSetOn,
    }));
  },
};

export const WAITING_RULES = Object.fromEntries(
  Object.entries(RULES).map(([code, rule]): [string, Rule<WaitingContext>] => [
    code,
    (pledge, context) => throughTime(context.facts.approvals, (on) => rule(pledge, { ...context, on })),
  ]),
) as Record<WaitingCode, Rule<WaitingContext>>;

/** The deciding leaves of a condition that isn't true, as causes; `says` selects and words them. */
function waits(
  { condition, conditionSetOn }: Waits,
  { facts, timeZone, on }: Pick<OnDay, "facts" | "timeZone" | "on">,
  says: (deciding: Deciding) => Omit<Cause, "since"> | null,
): Cause[] {
  if (condition === null || conditionSetOn === null) return [];
  return decidingLeaves(condition, truthIn(facts, on)).flatMap((deciding) => {
    const said = says(deciding);
    const basis = basisIn(condition, deciding.leaf) ?? UNRECORDED;
    const cause = said && { ...said, data: { ...said.data, basis } };
    const since = latest([conditionSetOn, changedOn(deciding.leaf, facts, timeZone) ?? conditionSetOn]);
    return cause === null ? [] : [{ ...cause, since }];
  });
}

/** Who says that it waits for others of the circle. */
function basesWithin(condition: Condition | null, { pledges }: Cycle, facts: LeafFacts): string[] {
  const inside = leavesOf(condition).filter(
    (leaf) =>
      "pledge" in leaf && pledges.includes(factOfPledge(leaf.pledge, facts)?.reference ?? leaf.pledge),
  );
  const bases = inside.map((leaf) => condition && basisIn(condition, leaf));
  return BY_WORD.filter((basis) => bases.includes(basis)).map((basis) => basis ?? UNRECORDED);
}

/** Waits for a pledge that has ended without a successor: it can never hold. */
function isDead({ leaf, wanted }: Deciding, facts: LeafFacts): boolean {
  const pledge = "pledge" in leaf && wanted ? factOfPledge(leaf.pledge, facts) : null;
  return pledge !== null && (pledge.voided !== null || hasEnded(pledge.stage));
}

function pledgeData({ pledge: reference, atLeast }: PledgeLeaf, facts: LeafFacts) {
  const pledge = factOfPledge(reference, facts);
  return {
    pledge: pledge?.reference ?? reference,
    participant: pledge?.participant ?? reference.split("-")[0] ?? "",
    title: pledge?.title ?? "",
    atLeast,
    stage: pledge?.voided === null ? pledge.stage : "VOIDED",
  };
}

function triggerCause(
  { leaf, wanted }: Deciding,
  { facts }: Pick<WaitingContext, "facts">,
  waiting: TriggerWaiting,
): Omit<Cause, "since"> | null {
  if (!("trigger" in leaf)) return null;
  const trigger = facts.triggers.find(({ code }) => code === leaf.trigger);
  if ((trigger?.waiting ?? "BLOCKING") !== waiting) return null;
  const data = {
    trigger: leaf.trigger,
    title: trigger?.title ?? leaf.trigger,
    state: trigger?.state ?? "UNKNOWN",
  };
  return { what: wanted ? "trigger" : "not-trigger", data };
}
