import "server-only";
import type { Actor } from "@/lib/domain/actor";
import { isActionable, type Leaf } from "@/lib/domain/condition";
import { dayOf, type Instant } from "@/lib/domain/day";
import { hindrancesAfter, keystoneOn, waitsThenFor } from "@/lib/domain/keystone";
import {
  WAITER_GROUPS,
  type KeystoneSheet,
  type Waiter,
  type WaiterGroup,
} from "@/lib/domain/keystone-sheet";
import { dormantIn, factsBy, truthIn, type LeafFacts } from "@/lib/domain/leaf-facts";
import { refuse } from "@/lib/domain/refusal";
import { ok, type Result } from "@/lib/domain/result";
import { effectOf, type TriggerEffect } from "@/lib/domain/trigger-effect";
import { findFacts } from "@/lib/db/read/conditions";
import { findSettings } from "@/lib/db/read/settings";
import { findFactsFor, findNames, findNaming, type FoundWaiting } from "@/lib/db/read/waiting";
import { reachesRegister } from "@/lib/db/reach";
import type { EffectAsked } from "./filter";

/** Of each group so many are told by name. */
const MOST_NAMED = 50;
const MOST_NEXT = 8;

/** What waits for one thing. What the register doesn't know is not found; what nobody waits for is. */
export async function loadKeystone(actor: Actor, leaf: Leaf, _at: Instant): Promise<Result<KeystoneSheet>> {
  if (!reachesRegister(actor)) return refuse("role");
  const pledges = await findNaming(leaf);
  const facts = await findFactsFor([...pledges, { condition: leaf }]);
  if (!isKnown(leaf, facts)) return refuse("not-found");
  const world = { truthOf: truthIn(facts), isDormant: dormantIn(facts) };
  const keystone = keystoneOn(leaf, pledges, world);
  const next = hindrancesAfter(leaf, pledges, world).slice(0, MOST_NEXT);
  const frees = new Set(keystone.frees);
  const groupOf = ({ reference, condition }: FoundWaiting): WaiterGroup =>
    frees.has(reference) ? "frees" : isActionable(condition, world.truthOf) ? "started" : "waits";
  const groups = WAITER_GROUPS.map((name) => [name, pledges.filter((one) => groupOf(one) === name)] as const);
  const shown = groups.map(([name, all]) => [name, all.length, all.slice(0, MOST_NAMED)] as const);
  const names = await findNames(shown.flatMap(([, , some]) => some.map(({ reference }) => reference)));
  const necessary = new Set(keystone.necessary);
  const waiterOf = (pledge: FoundWaiting): Waiter[] => {
    const name = names.get(pledge.reference);
    const [needs, then] = [necessary.has(pledge.reference), waitsThenFor(leaf, pledge, world)];
    return name ? [{ ...name, participant: pledge.participant, needs, then }] : [];
  };
  return ok({
    ...keystone,
    next,
    facts: factsBy(facts)({
      all: [
        leaf,
        ...next.map((one) => one.leaf),
        ...shown.flatMap(([, , some]) => some.map(({ condition }) => condition)),
      ],
    }),
    groups: Object.fromEntries(
      shown.map(([name, count, some]) => [name, { count, pledges: some.flatMap(waiterOf) }]),
    ) as KeystoneSheet["groups"],
  });
}

/** What would follow if the trigger were so. */
export async function loadEffect(
  actor: Actor,
  code: string,
  asked: EffectAsked,
  at: Instant,
): Promise<Result<{ effect: TriggerEffect; facts: LeafFacts }>> {
  if (!reachesRegister(actor)) return refuse("role");
  const leaf = { trigger: code };
  const [pledges, settings] = await Promise.all([findNaming(leaf), findSettings()]);
  const facts = await findFactsFor([...pledges, { condition: leaf }]);
  const trigger = facts.triggers.find((one) => one.code === code);
  if (!trigger) return refuse("not-found");
  const today = dayOf(at, settings.timeZone);
  const state = asked.state ?? trigger.state;
  const then = {
    code,
    state,
    waiting: asked.waiting ?? trigger.waiting,
    since: asked.since ?? (state === trigger.state ? trigger.since : today),
  };
  const effect = effectOf(pledges, then, { facts, timeZone: settings.timeZone, today });
  const told = { ...effect, hindrances: effect.hindrances.slice(0, MOST_NEXT) };
  return ok({
    effect: told,
    facts: factsBy(facts)({ all: [leaf, ...told.hindrances.map((one) => one.leaf)] }),
  });
}

/** What is known of these, to name them. */
export async function loadLeafFacts(
  actor: Actor,
  leaves: readonly Leaf[],
  _at: Instant,
): Promise<Result<LeafFacts>> {
  return reachesRegister(actor) ? ok(await findFacts(leaves)) : refuse("role");
}

function isKnown(leaf: Leaf, { triggers, approvals, pledges }: LeafFacts): boolean {
  if ("trigger" in leaf) return triggers.some(({ code }) => code === leaf.trigger);
  if ("approval" in leaf) return approvals.some(({ id }) => id === leaf.approval);
  return pledges.some(({ reference }) => reference === leaf.pledge);
}
