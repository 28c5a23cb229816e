import "server-only";
import { type Actor, mayReadRegister } from "@/lib/domain/people/actor";
import { isActionable, type Leaf } from "@/lib/domain/pledge/condition";
import { dayOf, type Day, type Instant } from "@/lib/domain/base/day";
import {
  bringsAbout,
  hindrancesAfter,
  basesFor,
  keystoneOn,
  waitsThenFor,
  type Keystone,
  type KeystoneContext,
} from "@/lib/domain/conditions/keystone";
import {
  viewsOf,
  type KeystoneDetails,
  type Waiter,
  type WaiterView,
} from "@/lib/domain/conditions/keystone-details";
import { waitingAsRead, type Reading } from "@/lib/domain/conditions/without-inferred";
import { followedLeaf, replacedAmong } from "@/lib/domain/conditions/successors";
import { changesBetween } from "@/lib/domain/proposals/history";
import { dormantIn, factsBy, truthIn, type LeafFacts } from "@/lib/domain/conditions/leaf-facts";
import { factsOn } from "@/lib/domain/conditions/through-time";
import type { NamedPledge } from "@/lib/domain/pledge/pledge";
import { isPast, type AsOf, type NowOrAsOf } from "@/lib/domain/base/as-of";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { statesGiven, type TriggerRow, type TriggerDetails } from "@/lib/domain/details/trigger-details";
import type { Trigger } from "@/lib/domain/pledge/trigger";
import type { Source } from "@/lib/domain/pledge/source";
import type { Snapshot } from "@/lib/domain/history/snapshot";
import { factsFor } from "@/lib/domain/history/snapshot-index";
import { namesInSnapshot, namingIn, namingTriggers, triggersIn } from "@/lib/domain/history/snapshot-waiting";
import { findPast } from "@/lib/db/past/snapshot";
import { effectOf, type TriggerEffect } from "@/lib/domain/unresolved/trigger-effect";
import { findFacts } from "@/lib/db/queries/conditions/conditions";
import { rememberedUntilChange } from "@/lib/db/queries/remembered";
import { findSettings } from "@/lib/db/queries/log/settings";
import {
  findDocuments,
  findTrigger,
  findTriggerEvents,
  findTriggers,
} from "@/lib/db/queries/conditions/triggers";
import {
  countNamingTriggers,
  findFactsFor,
  findNames,
  findNaming,
  type FoundWaiting,
} from "@/lib/db/queries/conditions/waiting";
import type { EffectQuery } from "./filter";

/** The most pledges listed by name. */
const MOST_NAMED = 50;
const MOST_NEXT = 8;
const MOST_EVENTS = 100;

/**
 * The pledges that name one thing: an empty list if none does, not found if the register doesn't know it.
 * For a replaced pledge, those that name its replacement.
 */
export async function loadKeystone(
  actor: Actor,
  requested: Leaf,
  { show, inferred }: { show: WaiterView; inferred: Reading },
  at: NowOrAsOf,
): Promise<Result<KeystoneDetails>> {
  if (!mayReadRegister(actor)) return refuse("role");
  const now = isPast(at) ? null : await namingNow(requested, at);
  const { pledges: naming, facts, names, day } = now ?? (await namingThen(requested, at as AsOf));
  if (!isKnown(requested, facts)) return refuse("not-found");
  const leaf = followedLeaf(requested, replacedAmong(facts.pledges));
  const pledges = waitingAsRead(naming, inferred);
  const context = { truthOf: truthIn(facts, day), isDormant: dormantIn(facts) };
  const keystone = keystoneOn(leaf, pledges, context);
  const next = hindrancesAfter(leaf, pledges, context).slice(0, MOST_NEXT);
  const view = viewsOf(keystone.truth).find((one) => one === show) ?? "named";
  const looked = new Set(keystone[view]);
  const shown = pledges.filter(({ reference }) => looked.has(reference)).slice(0, MOST_NAMED);
  const named = [leaf, ...next.map((one) => one.leaf), ...shown.map(({ condition }) => condition)];
  return ok({
    ...keystone,
    view,
    mustEnd:
      keystone.truth === true &&
      pledges.some((one) => waitsThenFor(leaf, one, context).some((then) => bringsAbout(leaf, then))),
    next,
    facts: factsOn(factsBy(facts)({ all: named }), day),
    waiters: waitersOf(shown, keystone, context, await names(shown.map(({ reference }) => reference))),
  });
}

interface Naming {
  pledges: FoundWaiting[];
  facts: LeafFacts;
  names: typeof findNames;
  day: Day;
}

async function namingNow(leaf: Leaf, at: Instant): Promise<Naming> {
  const [pledges, { timeZone }] = await Promise.all([findNaming(leaf), findSettings()]);
  const facts = await findFactsFor([...pledges, { condition: leaf }]);
  return { pledges, facts, names: findNames, day: dayOf(at, timeZone) };
}

async function namingThen(leaf: Leaf, asOf: AsOf): Promise<Naming> {
  const { snapshot, day } = await findPast(asOf);
  const pledges = namingIn(snapshot, leaf);
  return {
    pledges,
    facts: factsFor(snapshot, { all: [leaf, ...pledges.map(({ condition }) => condition)] }),
    names: async (references) => namesInSnapshot(snapshot, references),
    day,
  };
}

function waitersOf(
  pledges: readonly FoundWaiting[],
  { leaf, ...keystone }: Keystone,
  context: KeystoneContext,
  names: ReadonlyMap<string, NamedPledge>,
): Waiter[] {
  const [necessary, assumed] = [new Set(keystone.necessary), new Set(keystone.freesAssumed)];
  return pledges.flatMap((pledge) => {
    const name = names.get(pledge.reference);
    if (!name) return [];
    return [
      {
        ...name,
        participant: pledge.participant,
        started: isActionable(pledge.condition, context.truthOf),
        bases: basesFor(leaf, pledge),
        needs: necessary.has(pledge.reference),
        assumed: assumed.has(pledge.reference),
        then: waitsThenFor(leaf, pledge, context),
      },
    ];
  });
}

export async function loadEffect(
  actor: Actor,
  code: string,
  supposed: EffectQuery,
  at: Instant,
): Promise<Result<{ effect: TriggerEffect; facts: LeafFacts }>> {
  if (!mayReadRegister(actor)) return refuse("role");
  const leaf = { trigger: code };
  const [pledges, settings] = await Promise.all([findNaming(leaf), findSettings()]);
  const facts = await findFactsFor([...pledges, { condition: leaf }]);
  const trigger = facts.triggers.find((one) => one.code === code);
  if (!trigger) return refuse("not-found");
  const today = dayOf(at, settings.timeZone);
  const state = supposed.state ?? trigger.state;
  const then = {
    code,
    state,
    waiting: supposed.waiting ?? trigger.waiting,
    since: supposed.since ?? (state === trigger.state ? trigger.since : today),
  };
  const effect = effectOf(pledges, then, { facts, timeZone: settings.timeZone, today });
  const shortened = { ...effect, hindrances: effect.hindrances.slice(0, MOST_NEXT) };
  return ok({
    effect: shortened,
    facts: factsBy(factsOn(facts, today))({ all: [leaf, ...shortened.hindrances.map((one) => one.leaf)] }),
  });
}

/** With the number of open pledges that name each trigger and the newest evidence for its state. */
export async function loadTriggerRows(actor: Actor, at: NowOrAsOf): Promise<Result<TriggerRow[]>> {
  if (!mayReadRegister(actor)) return refuse("role");
  if (isPast(at)) {
    const { snapshot } = await findPast(at);
    const then = namingTriggers(snapshot);
    return ok(triggersIn(snapshot).map((trigger) => ({ ...trigger, pledges: then.get(trigger.code) ?? 0 })));
  }
  const counts = await rememberedUntilChange("waiting for triggers", countNamingTriggers);
  return ok(
    (await findTriggers()).map((trigger) => ({ ...trigger, pledges: counts.get(trigger.code) ?? 0 })),
  );
}

/** A trigger with its documents and its newest events, up to a limit. */
export async function loadTriggerDetails(
  actor: Actor,
  code: string,
  at: NowOrAsOf,
): Promise<Result<TriggerDetails>> {
  if (!mayReadRegister(actor)) return refuse("role");
  const then = isPast(at) ? await findPast(at) : null;
  const trigger = then ? then.snapshot.trigger.get(code) : await findTrigger(code);
  if (!trigger) return refuse("not-found");
  const documents = trigger.evidence.map(({ source }) => source);
  const [sources, events] = await Promise.all([
    then ? documentsIn(then.snapshot, documents) : findDocuments(documents),
    findTriggerEvents(code, { upTo: then?.position.seq ?? null, limit: MOST_EVENTS }),
  ]);
  const history = events.map(
    ({ seq, leafHash, at, actorName, actorRole, action, reason, before, after }) => ({
      seq,
      leafHash,
      at,
      actor: { name: actorName, role: actorRole },
      action,
      about: null,
      reason,
      comment: null,
      changes: changesBetween(before, after),
    }),
  );
  const givenFor = statesGiven(events as unknown as { before: Trigger | null; after: Trigger }[]);
  return ok({ ...trigger, documents: sources, givenFor, history });
}

/** The facts needed to name these conditions. */
export async function loadConditionFacts(
  actor: Actor,
  leaves: readonly Leaf[],
  at: NowOrAsOf,
): Promise<Result<LeafFacts>> {
  if (!mayReadRegister(actor)) return refuse("role");
  if (isPast(at)) {
    const { snapshot, day } = await findPast(at);
    return ok(factsOn(factsFor(snapshot, { all: [...leaves] }), day));
  }
  const [facts, { timeZone }] = await Promise.all([findFacts(leaves), findSettings()]);
  return ok(factsOn(facts, dayOf(at, timeZone)));
}

const documentsIn = ({ source }: Snapshot, ids: readonly string[]): Map<string, Source> =>
  new Map(
    ids.flatMap((id) => {
      const document = source.get(id);
      return document ? [[id, document] as const] : [];
    }),
  );

function isKnown(leaf: Leaf, { triggers, approvals, pledges }: LeafFacts): boolean {
  if ("trigger" in leaf) return triggers.some(({ code }) => code === leaf.trigger);
  if ("approval" in leaf) return approvals.some(({ id }) => id === leaf.approval);
  return pledges.some(({ reference }) => reference === leaf.pledge);
}
