// Items about what a pledge waits for: those that change when another record does.
import type { Cause } from "./cause";
import { decidingLeaves, isActionable, type Deciding } from "../pledge/condition";
import { pledgeData, triggerCause } from "./named-cause";
import { basisData, basesWithin, basisIn, UNRECORDED } from "./basis";
import { latest, type Day } from "../base/day";
import type { Cycle } from "./deadlock";
import { changedOn, factOfPledge, supposingFacts, truthIn, type LeafFacts } from "./leaf-facts";
import type { Pledge } from "../pledge/pledge";
import { throughTime } from "./through-time";
import { hasEnded } from "../pledge/stages";

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
              ...basisData(basesWithin(pledge.condition, cycle.pledges, facts).join(" ")),
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
    const selected = says(deciding);
    const basis = basisIn(condition, deciding.leaf) ?? UNRECORDED;
    const cause = selected && { ...selected, data: { ...selected.data, ...basisData(basis) } };
    const since = latest([conditionSetOn, changedOn(deciding.leaf, facts, timeZone) ?? conditionSetOn]);
    return cause === null ? [] : [{ ...cause, since }];
  });
}

/** Waits for a pledge that has ended without a successor: it can never hold. */
function isDead({ leaf, wanted }: Deciding, facts: LeafFacts): boolean {
  const pledge = "pledge" in leaf && wanted ? factOfPledge(leaf.pledge, facts) : null;
  return pledge !== null && (pledge.voided !== null || hasEnded(pledge.stage));
}
