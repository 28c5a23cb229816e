// The effect of a change of a trigger, computed beforehand by the rules that will apply.
import { isOver } from "../conditions/cause";
import { isActionable, leafKey, decidingLeaves, type TruthOf } from "../pledge/condition";
import type { Day } from "../base/day";
import type { KeystoneHindrance, WaitingPledge } from "../conditions/keystone";
import { factsBy, truthIn, type LeafFacts, type TriggerFact } from "../conditions/leaf-facts";
import { FOLLOWS_FROM_TRIGGERS } from "./trigger-change";
import { CLASS_OF } from "./unresolved";
import type { UnresolvedClass } from "./reasons";
import { WAITING_RULES, type WaitingCode } from "../conditions/waiting";

/** The trigger after the change. */
export type TriggerThen = Pick<TriggerFact, "code" | "state" | "waiting" | "since">;

export interface ItemsMoved {
  code: WaitingCode;
  class: UnresolvedClass;
  gone: number;
  come: number;
}

export interface TriggerEffect {
  /** References of pledges that would become actionable, and of those no longer actionable. */
  freed: string[];
  stopped: string[];
  /** How many would still wait, for this or something else. */
  waiting: number;
  /** What these would wait for; the most frequent first. */
  hindrances: KeystoneHindrance[];
  /** Items that would end and begin, by code. */
  items: ItemsMoved[];
  /** By how much the number of unresolved items would change. */
  counted: number;
}

interface Known {
  facts: LeafFacts;
  timeZone: string;
  today: Day;
}

export type NamingPledge = WaitingPledge & { conditionSetOn: Day };

/** `pledges`: open pledges whose condition names the trigger. */
export function effectOf(
  pledges: readonly NamingPledge[],
  then: TriggerThen,
  { facts, timeZone, today }: Known,
): TriggerEffect {
  const triggers = facts.triggers.map((one) => (one.code === then.code ? { ...one, ...then } : one));
  const after: LeafFacts = { ...facts, triggers };
  const isStarted = (truthOf: TruthOf) => (pledge: NamingPledge) => isActionable(pledge.condition, truthOf);
  const [now, soon] = [isStarted(truthIn(facts, today)), isStarted(truthIn(after, today))];
  const items = itemsMoved(pledges, [facts, after], { timeZone, today });
  return {
    freed: pledges.filter((one) => !now(one) && soon(one)).map(({ reference }) => reference),
    stopped: pledges.filter((one) => now(one) && !soon(one)).map(({ reference }) => reference),
    waiting: pledges.filter((one) => !soon(one)).length,
    hindrances: hindrancesOf(pledges, truthIn(after, today)),
    items,
    counted: items
      .filter((one) => one.class !== "DORMANT")
      .reduce((sum, { gone, come }) => sum + come - gone, 0),
  };
}

function itemsMoved(
  pledges: readonly NamingPledge[],
  [before, after]: readonly [LeafFacts, LeafFacts],
  { timeZone, today }: Pick<Known, "timeZone" | "today">,
): ItemsMoved[] {
  const worlds = [factsBy(before), factsBy(after)] as const;
  const moved = FOLLOWS_FROM_TRIGGERS.map((code) => ({ code, class: CLASS_OF[code], gone: 0, come: 0 }));
  for (const pledge of pledges) {
    const [now, soon] = worlds.map((facts) => ({ facts: facts(pledge.condition), cycle: null, timeZone }));
    if (!now || !soon) continue;
    for (const item of moved) {
      const holds = (context: typeof now): boolean => {
        const causes = WAITING_RULES[item.code](pledge, context);
        return causes.some((cause) => cause.since <= today && !isOver(cause, today));
      };
      const [had, has] = [holds(now), holds(soon)];
      if (had && !has) item.gone += 1;
      if (!had && has) item.come += 1;
    }
  }
  return moved.filter(({ gone, come }) => gone > 0 || come > 0);
}

function hindrancesOf(pledges: readonly NamingPledge[], truthOf: TruthOf): KeystoneHindrance[] {
  const found = new Map<string, KeystoneHindrance>();
  for (const { condition } of pledges)
    for (const { leaf } of decidingLeaves(condition, truthOf))
      found.set(leafKey(leaf), { leaf, pledges: (found.get(leafKey(leaf))?.pledges ?? 0) + 1 });
  return [...found.values()].sort((a, b) => b.pledges - a.pledges);
}
