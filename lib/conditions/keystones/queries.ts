import "server-only";
import { type Actor, mayReadRegister } from "@/lib/domain/people/actor";
import { cursorOf } from "@/lib/domain/base/cursor";
import { hindrancesAfter, type Keystone } from "@/lib/domain/conditions/keystone";
import {
  countKeystonesMatching,
  keystoneKey,
  keystonesMatching,
  type KeystoneFilter,
} from "@/lib/domain/conditions/keystone-list";
import type { KeystoneRow } from "@/lib/domain/conditions/keystone-details";
import { listed, orderOf, type Listed } from "@/lib/domain/base/listing";
import type { NowOrAsOf } from "@/lib/domain/base/as-of";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { keystonesIn, waitingAt, type KnownWaiting } from "../waiting/queries";

export interface KeystonePage extends Listed<KeystoneRow> {
  waiting: number;
  /** The one that holds back the most, apart from dormant ones. */
  first: KeystoneRow | null;
}

export async function loadKeystones(
  actor: Actor,
  filter: KeystoneFilter,
  at: NowOrAsOf,
): Promise<Result<KeystonePage>> {
  if (!mayReadRegister(actor)) return refuse("role");
  const known = await waitingAt(at, filter.inferred);
  const keystones = await keystonesIn(known);
  const matching = keystonesMatching(keystones, filter);
  const page = listed(
    matching.slice(0, filter.limit + 1),
    filter.limit,
    countKeystonesMatching(keystones, filter),
    (last) => cursorOf(orderOf(filter), keystoneKey(last, filter)),
  );
  const first = keystones.find(({ isDormant }) => !isDormant);
  return ok({
    ...page,
    items: page.items.map((one) => rowOf(one, known)),
    waiting: known.pledges.length,
    first: first ? rowOf(first, known) : null,
  });
}

/** The most next obstacles listed. */
const MOST_NEXT = 5;

/** A trigger may be named by most pledges: each row is computed once per state of the register. */
const rows = new WeakMap<Keystone, KeystoneRow>();

function rowOf(keystone: Keystone, known: KnownWaiting): KeystoneRow {
  const row = rows.get(keystone) ?? newRow(keystone, known);
  rows.set(keystone, row);
  return row;
}

function newRow(keystone: Keystone, { byReference, factsOf, context }: KnownWaiting): KeystoneRow {
  const named = keystone.named.flatMap((reference) => byReference.get(reference) ?? []);
  const next = hindrancesAfter(keystone.leaf, named, context).slice(0, MOST_NEXT);
  return { ...keystone, next, facts: factsOf([keystone.leaf, ...next.map(({ leaf }) => leaf)]) };
}
