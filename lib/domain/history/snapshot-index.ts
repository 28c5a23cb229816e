// Indexes of a snapshot for the rules: what serves a pledge, is about it, or is known of what it waits for.
import { compareTexts, groupedByEach } from "../base/listing";
import type { Approval } from "../pledge/approval";
import { leavesOf, type Condition } from "../pledge/condition";
import { dayOf, earliest, type Day } from "../base/day";
import { cyclesAmong, waitingOf, type Cycle } from "../conditions/deadlock";
import type { Delivery } from "../pledge/delivery";
import { followed, withSuccessors, replacedAmong, type Successors } from "../conditions/successors";
import { NO_FACTS, truthIn, type LeafFacts, type PledgeFact } from "../conditions/leaf-facts";
import { leavingOf } from "../people/participant";
import type { OfferOn } from "../requirements/offer";
import type { Pledge } from "../pledge/pledge";
import { byReferenceOrder } from "../details/reference-order";
import { isAboutRecord } from "../proposals/account";
import { isUndecided, type Proposal } from "../proposals/proposal";
import type { Ruling } from "../proposals/ruling";
import type { UnresolvedContext } from "../unresolved/unresolved";
import { settingsIn, type Snapshot } from "./snapshot";

export interface SnapshotIndex {
  pledges: ReadonlyMap<string, Pledge>;
  /** By pledge reference. */
  approvals: ReadonlyMap<string, Approval[]>;
  proposals: ReadonlyMap<string, Proposal[]>;
  rulings: ReadonlyMap<string, Ruling[]>;
  deliveries: ReadonlyMap<string, Delivery[]>;
  offers: ReadonlyMap<string, OfferOn[]>;
  cycles: ReadonlyMap<string, Cycle>;
  /** By the new pledge: the reference of the one it replaced, the last of several. */
  replaced: ReadonlyMap<string, string>;
  /** What replaced what. */
  replacedBy: Successors;
  firstBaselineOn: Day | null;
}

/** Computed once per snapshot, on first use. */
export function indexOf(snapshot: Snapshot): SnapshotIndex {
  const made = indexes.get(snapshot) ?? indexed(snapshot);
  indexes.set(snapshot, made);
  return made;
}

const indexes = new WeakMap<Snapshot, SnapshotIndex>();

/** The facts that rules need next to the pledge itself. */
export function contextIn(snapshot: Snapshot, pledge: Pledge): UnresolvedContext & { sharing: Pledge[] } {
  const { approvals, proposals, rulings, deliveries, offers, cycles } = indexOf(snapshot);
  const { reference } = pledge;
  return {
    approvals: approvals.get(reference) ?? [],
    sharing: sharingIn(snapshot, reference),
    proposals: proposals.get(reference) ?? [],
    rulings: rulings.get(reference) ?? [],
    deliveries: deliveries.get(reference) ?? [],
    offers: offers.get(reference) ?? [],
    facts: factsFor(snapshot, pledge.condition),
    cycle: cycles.get(reference) ?? null,
    left: leavingOf(snapshot.participant.get(pledge.participant) ?? null),
    ...pick(settingsIn(snapshot)),
  };
}

/** The other pledges of the approvals with limits that serve it. */
function sharingIn(snapshot: Snapshot, reference: string): Pledge[] {
  const { approvals, pledges } = indexOf(snapshot);
  const limiting = (approvals.get(reference) ?? []).filter(({ limits }) => limits !== null);
  const served = new Set(limiting.flatMap(({ serves }) => serves));
  return [...served].flatMap((one) => (one === reference ? [] : (pledges.get(one) ?? [])));
}

/** Reference of the pledge it replaced, the last of several. */
export const supersededIn = (snapshot: Snapshot, reference: string): string | null =>
  indexOf(snapshot).replaced.get(reference) ?? null;

/** The known facts about a condition's leaves. */
export function factsFor(snapshot: Snapshot, condition: Condition | null): LeafFacts {
  if (condition === null) return NO_FACTS;
  const { pledges } = indexOf(snapshot);
  const leaves = leavesOf(condition);
  return {
    triggers: found(
      leaves.map((leaf) => ("trigger" in leaf ? snapshot.trigger.get(leaf.trigger) : undefined)),
    ),
    approvals: found(
      leaves.map((leaf) => ("approval" in leaf ? snapshot.approval.get(leaf.approval) : undefined)),
    ),
    pledges: withSuccessors(
      leaves.flatMap((leaf) => ("pledge" in leaf ? [leaf.pledge] : [])),
      (reference) => pledges.get(reference),
    ).map(factOf),
  };
}

const factOf = ({
  reference,
  participant,
  priority,
  title,
  stage,
  stageSetOn,
  voided,
  supersededBy,
}: Pledge): PledgeFact => ({
  reference,
  participant,
  priority,
  title,
  stage,
  stageSetOn,
  voided,
  supersededBy,
});

function indexed(snapshot: Snapshot): SnapshotIndex {
  const pledges = new Map([...snapshot.pledge.values()].map((pledge) => [pledge.reference, pledge]));
  const replacedBy = replacedAmong(pledges.values());
  const { timeZone } = settingsIn(snapshot);
  return {
    pledges,
    approvals: grouped(snapshot.approval.values(), ({ serves }) => serves),
    proposals: grouped(
      [...snapshot.proposal.values()].filter(isAboutRecord).filter(isUndecided),
      ({ concerns }) => concerns,
    ),
    rulings: grouped(snapshot.ruling.values(), ({ pledge }) => [pledge]),
    deliveries: deliveriesIn(snapshot),
    offers: offersIn(snapshot),
    cycles: cyclesIn(snapshot, pledges),
    replaced: new Map(
      [...replacedBy]
        .map(([reference, newer]) => ({ reference, newer }))
        .sort(byReferenceOrder)
        .map(({ reference, newer }) => [newer, reference]),
    ),
    replacedBy,
    firstBaselineOn: earliest([...snapshot.baseline.values()].map(({ asOf }) => dayOf(asOf, timeZone))),
  };
}

/** By day. */
function deliveriesIn(snapshot: Snapshot): Map<string, Delivery[]> {
  const groups = grouped(snapshot.delivery.values(), ({ pledge }) => [pledge]);
  for (const group of groups.values()) group.sort((a, b) => compareTexts(a.deliveredOn, b.deliveredOn));
  return groups;
}

/** Not withdrawn, on requirements that aren't closed. */
function offersIn(snapshot: Snapshot): Map<string, OfferOn[]> {
  const requirements = new Map([...snapshot.requirement.values()].map((one) => [one.reference, one]));
  const groups = new Map<string, OfferOn[]>();
  for (const [reference, offers] of grouped(snapshot.offer.values(), ({ pledge }) => [pledge])) {
    const current = offers.flatMap((offer) => {
      const requirement = requirements.get(offer.requirement);
      if (offer.withdrawn !== null || requirement?.closed !== null) return [];
      const { reference: name, title, capability, domain, location, quantity, money } = requirement;
      return [
        { offer, requirement: { reference: name, title, capability, domain, location, quantity, money } },
      ];
    });
    if (current.length > 0) groups.set(reference, current);
  }
  return groups;
}

function cyclesIn(snapshot: Snapshot, pledges: ReadonlyMap<string, Pledge>): Map<string, Cycle> {
  const replaced = replacedAmong(pledges.values());
  const waiting = [...pledges.values()].flatMap((pledge) => {
    const one = waitingOf(pledge);
    return one === null ? [] : { ...one, condition: followed(one.condition, replaced) };
  });
  const facts = {
    triggers: [...snapshot.trigger.values()],
    approvals: [...snapshot.approval.values()],
    pledges: [...pledges.values()],
  };
  const cycles = waiting.length === 0 ? [] : cyclesAmong(waiting, truthIn(facts, null));
  return new Map(cycles.flatMap((cycle) => cycle.pledges.map((reference) => [reference, cycle] as const)));
}

/** By each of a record's names, oldest first. */
const grouped = <R extends { id: string; createdAt: string }>(
  records: Iterable<R>,
  names: (record: R) => readonly string[],
): Map<string, R[]> =>
  groupedByEach(
    [...records].sort((a, b) => compareTexts(a.createdAt, b.createdAt) || compareTexts(a.id, b.id)),
    names,
  );

const found = <T>(all: readonly (T | undefined)[]): T[] => [
  ...new Set(all.filter((one) => one !== undefined)),
];
const pick = ({ timeZone, staleDays, mandateDays }: ReturnType<typeof settingsIn>) => ({
  timeZone,
  staleDays,
  mandateDays,
});
