import "server-only";
import { type Actor, mayReadRegister } from "@/lib/domain/people/actor";
import { dayOf, type Day } from "@/lib/domain/base/day";
import type { Leaf } from "@/lib/domain/pledge/condition";
import { cursorOf } from "@/lib/domain/base/cursor";
import {
  hindrancesAfter,
  keystonesOf,
  type Keystone,
  type KeystoneContext,
} from "@/lib/domain/conditions/keystone";
import {
  countAsked,
  keystoneKey,
  keystonesAsked,
  type KeystoneFilter,
} from "@/lib/domain/conditions/keystone-list";
import type { KeystoneRow } from "@/lib/domain/conditions/keystone-details";
import { waitingAsRead, type Reading } from "@/lib/domain/conditions/without-inferred";
import { dormantIn, factsBy, truthIn, type LeafFacts } from "@/lib/domain/conditions/leaf-facts";
import { factsOn } from "@/lib/domain/conditions/through-time";
import { listed, orderOf, type Listed } from "@/lib/domain/base/listing";
import { isPast, type NowOrAsOf } from "@/lib/domain/base/as-of";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import type { Snapshot } from "@/lib/domain/history/snapshot";
import { factsFor } from "@/lib/domain/history/snapshot-index";
import { waitingIn } from "@/lib/domain/history/snapshot-waiting";
import { findPast, type Past } from "@/lib/db/past/snapshot";
import { findSettings } from "@/lib/db/queries/log/settings";
import { rememberedUntilChange } from "@/lib/db/queries/remembered";
import { findFactsFor, findWaiting, type FoundWaiting } from "@/lib/db/queries/conditions/waiting";

export interface KeystonePage extends Listed<KeystoneRow> {
  waiting: number;
  /** What holds back most, dormant ones aside. */
  first: KeystoneRow | null;
}

export async function loadKeystones(
  actor: Actor,
  filter: KeystoneFilter,
  at: NowOrAsOf,
): Promise<Result<KeystonePage>> {
  if (!mayReadRegister(actor)) return refuse("role");
  const known = await knownAt(at, filter.inferred);
  const asked = keystonesAsked(known.keystones, filter);
  const page = listed(
    asked.slice(0, filter.limit + 1),
    filter.limit,
    countAsked(known.keystones, filter),
    (last) => cursorOf(orderOf(filter), keystoneKey(last, filter)),
  );
  const first = known.keystones.find(({ isDormant }) => !isDormant);
  return ok({
    ...page,
    items: page.items.map((one) => rowOf(one, known)),
    waiting: known.byReference.size,
    first: first ? rowOf(first, known) : null,
  });
}

export interface KnownKeystones {
  byReference: ReadonlyMap<string, FoundWaiting>;
  factsOf: (leaves: readonly Leaf[]) => LeafFacts;
  world: KeystoneContext;
  keystones: Keystone[];
}

/** All keystones, with what they were worked out from: once for each state of the register and day. */
export async function knownAt(at: NowOrAsOf, inferred: Reading): Promise<KnownKeystones> {
  return isPast(at)
    ? keystonesThen(await findPast(at), inferred)
    : keystonesOn(dayOf(at, (await findSettings()).timeZone), inferred);
}

const keystonesOn = (day: Day, inferred: Reading): Promise<KnownKeystones> =>
  rememberedUntilChange(`keystones ${inferred} inferred ${day}`, async () => {
    const pledges = waitingAsRead(await findWaiting(), inferred);
    return knownFrom(pledges, factsOn(await findFactsFor(pledges), day));
  });

type KnownOnDay = KnownKeystones & { day: Day };

/** Of each snapshot those of the last day asked for. */
const knownThen = { with: new WeakMap<Snapshot, KnownOnDay>(), without: new WeakMap<Snapshot, KnownOnDay>() };

function keystonesThen({ world, day }: Past, inferred: Reading): KnownKeystones {
  const kept = knownThen[inferred].get(world);
  if (kept?.day === day) return kept;
  const pledges = waitingAsRead(waitingIn(world), inferred);
  const facts = factsFor(world, { all: pledges.map(({ condition }) => condition) });
  const known = { ...knownFrom(pledges, factsOn(facts, day)), day };
  knownThen[inferred].set(world, known);
  return known;
}

function knownFrom(pledges: readonly FoundWaiting[], facts: LeafFacts): KnownKeystones {
  const named = factsBy(facts);
  const world = { truthOf: truthIn(facts, null), isDormant: dormantIn(facts) };
  return {
    byReference: new Map(pledges.map((pledge) => [pledge.reference, pledge])),
    factsOf: (leaves) => named({ all: [...leaves] }),
    world,
    keystones: keystonesOf(pledges, world),
  };
}

/** The most next obstacles listed. */
const MOST_NEXT = 5;

/** A trigger may be named by most pledges: each row is worked out once for each state of the register. */
const rows = new WeakMap<Keystone, KeystoneRow>();

function rowOf(keystone: Keystone, known: KnownKeystones): KeystoneRow {
  const row = rows.get(keystone) ?? newRow(keystone, known);
  rows.set(keystone, row);
  return row;
}

function newRow(keystone: Keystone, { byReference, factsOf, world }: KnownKeystones): KeystoneRow {
  const named = keystone.named.flatMap((reference) => byReference.get(reference) ?? []);
  const next = hindrancesAfter(keystone.leaf, named, world).slice(0, MOST_NEXT);
  return { ...keystone, next, facts: factsOf([keystone.leaf, ...next.map(({ leaf }) => leaf)]) };
}
