// Which single open item blocks the most. Each leaf that isn't true is set to true, alone, and the effect counted.
// Nothing is saved.
import { compareTexts } from "../base/listing";
import {
  atomsOf,
  couldBe,
  decidingLeaves,
  isActionable,
  leafKey,
  LEAF_BASES,
  leavesOf,
  withoutGrounds,
  type Condition,
  type Leaf,
  type LeafBasis,
  type Truth,
  type TruthOf,
} from "../pledge/condition";
import type { Priority } from "../base/priority";
import { rungOf } from "../pledge/stages";
import { runSteps } from "./circles";

export interface WaitingPledge {
  reference: string;
  participant: string;
  priority: Priority;
  condition: Condition;
}

/** An obstacle, and the sorted references of the pledges it concerns. */
export interface Keystone {
  leaf: Leaf;
  truth: Truth;
  /** A trigger that pledges may wait for without a gap. */
  isDormant: boolean;
  /** Pledges whose condition names it or a lower stage of the same pledge, which becomes true with it. */
  named: string[];
  /** Those of them that name it by our reading alone. */
  inferred: string[];
  /** The participants of these pledges, sorted. */
  participants: string[];
  /** Pledges that can't start without it, however well everything else goes. */
  necessary: string[];
  /** Pledges that become actionable by it alone. */
  frees: string[];
  /** Pledges that become actionable if all dormant triggers and approvals are assumed as well, but not by these alone. */
  freesAssumed: string[];
}

export interface KeystoneHindrance {
  leaf: Leaf;
  pledges: number;
}

export interface KeystoneContext {
  truthOf: TruthOf;
  isDormant: (leaf: Leaf) => boolean;
}

/** For every leaf of any condition. Sorted by how many pledges can't start without it, then by how many name it. */
export const keystonesOf = (pledges: readonly WaitingPledge[], context: KeystoneContext): Keystone[] =>
  runSteps(keystoneSteps(pledges, context));

/** The same in small steps, between which other work can run. */
export function* keystoneSteps(
  pledges: readonly WaitingPledge[],
  context: KeystoneContext,
): Generator<void, Keystone[]> {
  const open = new Map<string, Leaf>();
  const naming = new Map<string, Group[]>();
  for (const group of yield* groupSteps(pledges)) {
    yield;
    for (const leaf of group.leaves) {
      const subject = nodeNameOf(leaf);
      const groups = naming.get(subject);
      if (groups === undefined) naming.set(subject, [group]);
      else if (groups.at(-1) !== group) groups.push(group);
      if (context.truthOf(leaf) !== true) open.set(leafKey(leaf), withoutGrounds(leaf));
    }
  }
  const found: { key: string; keystone: Keystone }[] = [];
  for (const [key, leaf] of open) {
    found.push({ key, keystone: yield* keystoneOf(leaf, naming.get(nodeNameOf(leaf)) ?? [], context) });
  }
  return found
    .sort((a, b) => byWeight(a.keystone, b.keystone) || compareTexts(a.key, b.key))
    .map(({ keystone }) => keystone);
}

/** For one leaf, true or not. */
export const keystoneOn = (
  leaf: Leaf,
  pledges: readonly WaitingPledge[],
  context: KeystoneContext,
): Keystone => runSteps(keystoneOf(leaf, groupsOf(pledges), context));

/** What a pledge waits for once the leaf is true: the leaves that decide then. */
export const waitsThenFor = (
  leaf: Leaf,
  { condition }: Pick<WaitingPledge, "condition">,
  { truthOf }: Pick<KeystoneContext, "truthOf">,
): Leaf[] =>
  decidingLeaves(condition, (one) => bringsAbout(leaf, one) || truthOf(one)).map((deciding) => deciding.leaf);

/** Who says that the pledge waits for it: each basis once, in the order of the list; null: not recorded. */
export function basesFor(leaf: Leaf, { condition }: Pick<WaitingPledge, "condition">): (LeafBasis | null)[] {
  const named = leavesOf(condition).filter((one) => bringsAbout(leaf, one));
  return [...LEAF_BASES, null].filter((basis) => named.some((one) => (one.basis ?? null) === basis));
}

/** Setting one makes the other true: the same leaf, or a lower stage of the same pledge. */
export function bringsAbout(one: Leaf, other: Leaf): boolean {
  if ("trigger" in one) return "trigger" in other && one.trigger === other.trigger;
  if ("approval" in one) return "approval" in other && one.approval === other.approval;
  return "pledge" in other && one.pledge === other.pledge && rungOf(other.atLeast) <= rungOf(one.atLeast);
}

/** Pledges with the same condition share a result. */
interface Group {
  condition: Condition;
  leaves: Leaf[];
  pledges: WaitingPledge[];
}

/** Grouped by object identity: bulk loaders share one object per condition. */
const groupsOf = (pledges: readonly WaitingPledge[]): Group[] => runSteps(groupSteps(pledges));

function* groupSteps(pledges: readonly WaitingPledge[]): Generator<void, Group[]> {
  const groups = new Map<Condition, Group>();
  for (const pledge of pledges) {
    yield;
    const { condition } = pledge;
    const group = groups.get(condition) ?? { condition, leaves: leavesOf(condition), pledges: [] };
    group.pledges.push(pledge);
    groups.set(condition, group);
  }
  return [...groups.values()];
}

/** In small steps, as most pledges may wait for the same leaf. */
function* keystoneOf(
  leaf: Leaf,
  groups: readonly Group[],
  { truthOf, isDormant }: KeystoneContext,
): Generator<void, Keystone> {
  const isOther = (one: Leaf): boolean => !bringsAbout(leaf, one);
  const isAssumed = (one: Leaf): boolean => isOther(one) && ("approval" in one || isDormant(one));
  const set: TruthOf = (one) => !isOther(one) || truthOf(one);
  const without: TruthOf = (one) => isAssumed(one) || truthOf(one);
  const all: TruthOf = (one) => !isOther(one) || without(one);
  const never = (one: Leaf): Truth | undefined => (bringsAbout(one, leaf) ? false : undefined);

  const named: Group[] = [];
  const inferred: Group[] = [];
  const necessary: Group[] = [];
  const frees: Group[] = [];
  const freesAssumed: Group[] = [];
  for (const group of groups) {
    yield;
    const { condition, leaves } = group;
    if (leaves.every(isOther)) continue;
    named.push(group);
    if (leaves.every((one) => isOther(one) || one.basis === "INFERRED")) inferred.push(group);
    if (!couldBe(condition, true, never)) necessary.push(group);
    if (isActionable(condition, set) && !isActionable(condition, truthOf)) frees.push(group);
    if (isActionable(condition, all) && !isActionable(condition, without)) freesAssumed.push(group);
  }
  const references: string[][] = [];
  for (const some of [named, inferred, necessary, frees, freesAssumed]) {
    references.push(referencesOf(some));
    yield;
  }
  const [ofNamed = [], ofInferred = [], ofNecessary = [], ofFrees = [], ofFreesAssumed = []] = references;
  return {
    leaf,
    truth: truthOf(leaf),
    isDormant: isDormant(leaf),
    named: ofNamed,
    inferred: ofInferred,
    participants: participantsOf(named),
    necessary: ofNecessary,
    frees: ofFrees,
    freesAssumed: ofFreesAssumed,
  };
}

/** The next obstacles of the pledges it doesn't free, without dormant triggers; most frequent first. */
export function hindrancesAfter(
  leaf: Leaf,
  named: readonly WaitingPledge[],
  { truthOf, isDormant }: KeystoneContext,
): KeystoneHindrance[] {
  const found = new Map<string, KeystoneHindrance>();
  const awake: TruthOf = (one) => bringsAbout(leaf, one) || isDormant(one) || truthOf(one);
  for (const { condition, pledges } of groupsOf(named))
    for (const one of atomsOf({ all: decidingLeaves(condition, awake).map((deciding) => deciding.leaf) })) {
      const before = found.get(leafKey(one))?.pledges ?? 0;
      found.set(leafKey(one), { leaf: withoutGrounds(one), pledges: before + pledges.length });
    }
  return [...found.values()].sort(
    (a, b) => b.pledges - a.pledges || compareTexts(leafKey(a.leaf), leafKey(b.leaf)),
  );
}

/** A leaf's subject, whatever stage it requires. */
export const nodeNameOf = (leaf: Leaf): string =>
  "trigger" in leaf ? leaf.trigger : "approval" in leaf ? leaf.approval : leaf.pledge;

/** Sorted. Pledges are mostly in order already, and then aren't sorted again. */
function referencesOf(groups: readonly Group[]): string[] {
  const found: string[] = [];
  let isSorted = true;
  for (const { pledges } of groups)
    for (const { reference } of pledges) {
      isSorted &&= found.length === 0 || (found.at(-1) ?? "") < reference;
      found.push(reference);
    }
  return isSorted ? found : found.sort(compareTexts);
}

function participantsOf(groups: readonly Group[]): string[] {
  const found = new Set<string>();
  for (const { pledges } of groups) for (const { participant } of pledges) found.add(participant);
  return [...found].sort();
}

const byWeight = (a: Keystone, b: Keystone): number =>
  b.necessary.length - a.necessary.length || b.named.length - a.named.length;
