// What matters, from the records of three capabilities. Home, the briefing and the API show the same lines.
import { mayReadRegister, type Actor } from "@/lib/domain/people/actor";
import { isPast, type NowOrAsOf } from "@/lib/domain/base/as-of";
import { LARGEST_LIMIT } from "@/lib/domain/base/listing";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { allocationsIn, stepsToFirm } from "@/lib/domain/requirements/one-step";
import type { Criticality } from "@/lib/domain/requirements/requirement";
import type { RequirementDetails } from "@/lib/domain/requirements/requirement-details";
import type { UnresolvedFilter } from "@/lib/domain/unresolved/summary";
import {
  disputesIn,
  MOST_MATTERS_OF_A_KIND,
  whatMatters,
  type HoldsUp,
  type Matter,
  type ShownMatter,
} from "@/lib/domain/unresolved/what-matters";
import type { CommonObstacle } from "@/lib/domain/conditions/obstacle";
import { loadContradicted, loadObstacles, type FoundObstacles } from "@/lib/conditions/obstacles/queries";
import { loadNeeds, loadNotAllocatable } from "@/lib/requirements/needs/queries";
import { loadDueSoon } from "@/lib/unresolved/briefing/queries";
import { rememberMatters } from "@/lib/unresolved/matters/queries";
import { loadUnresolvedItems } from "@/lib/unresolved/unresolved/queries";

/** The same lines for every reader. */
export async function loadWhatMatters(actor: Actor, at: NowOrAsOf): Promise<Result<readonly ShownMatter[]>> {
  if (!mayReadRegister(actor)) return refuse("role");
  return isPast(at) ? workOut(actor, at) : rememberMatters(at, () => workOut(actor, at));
}

async function workOut(actor: Actor, at: NowOrAsOf): Promise<Result<ShownMatter[]>> {
  const [obstacles, requirements, disputes] = await Promise.all([
    loadObstacles(actor, at),
    loadNeeds(actor, at),
    loadUnresolvedItems(actor, DISPUTED, at),
  ]);
  if (!obstacles.ok) return obstacles;
  if (!requirements.ok) return requirements;
  if (!disputes.ok) return disputes;

  const { distanceFromStart } = obstacles.value;
  const needs = needsOf(requirements.value);
  const critical = [...needs].flatMap(([reference, criticality]) => (criticality === 1 ? reference : []));
  const lacking = requirements.value.filter(({ coverage }) => coverage.shortfall > 0n);
  const [due, notAllocatable] = await Promise.all([
    loadDueSoon(actor, critical, at),
    loadNotAllocatable(actor, allocationsIn(lacking, { distanceFromStart }), at),
  ]);
  if (!due.ok) return due;
  if (!notAllocatable.ok) return notAllocatable;
  const barred = new Set(notAllocatable.value);
  const facts = { distanceFromStart, mayBeAllocated: (reference: string) => !barred.has(reference) };
  const matters = whatMatters({
    "holds-up": heldUp(obstacles.value, needs),
    lacks: lacking.map((details) => ({ ...details, kind: "lacks", steps: stepsToFirm(details, facts) })),
    due: due.value,
    disputed: disputes.value.items.flatMap(disputesIn),
  });
  return shown(actor, matters, obstacles.value, at);
}

/**
 * The first line about something that holds others up; null if nothing does. `requirements`: the open ones.
 */
export async function loadFirstHeld(
  actor: Actor,
  requirements: readonly RequirementDetails[],
  at: NowOrAsOf,
): Promise<Result<ShownMatter | null>> {
  const obstacles = await loadObstacles(actor, at);
  if (!obstacles.ok) return obstacles;
  const heldUpBy = heldUp(obstacles.value, needsOf(requirements));
  const [first] = whatMatters({ "holds-up": heldUpBy, lacks: [], due: [], disputed: [] });
  const lines = await shown(actor, first ? [first] : [], obstacles.value, at);
  return lines.ok ? ok(lines.value[0] ?? null) : lines;
}

const heldUp = ({ obstacles }: FoundObstacles, needs: ReadonlyMap<string, Criticality>): HoldsUp[] =>
  heavy(obstacles).map((obstacle) => ({
    ...obstacle,
    kind: "holds-up",
    criticality: highest(obstacle.pledges.flatMap((reference) => needs.get(reference) ?? [])),
  }));

async function shown(
  actor: Actor,
  matters: readonly Matter[],
  { factsOf }: FoundObstacles,
  at: NowOrAsOf,
): Promise<Result<ShownMatter[]>> {
  const held = matters.filter((one) => one.kind === "holds-up");
  const contradicted = await loadContradicted(
    actor,
    held.flatMap(({ pledges }) => pledges.slice(0, MOST_LOOKED_AT)),
    at,
  );
  if (!contradicted.ok) return contradicted;
  return ok(
    matters.map((one) =>
      one.kind === "holds-up"
        ? {
            ...one,
            facts: factsOf("leaf" in one.what ? [one.what.leaf] : []),
            contradicted: one.pledges.filter((reference) => contradicted.value.includes(reference)),
          }
        : one,
    ),
  );
}

/** How many of a line's pledges have their evidence examined. */
const MOST_LOOKED_AT = 100;

const DISPUTED: UnresolvedFilter = {
  group: "code",
  class: [],
  code: ["DISPUTED"],
  participant: [],
  priority: [],
  owner: [],
  since: null,
  against: null,
  after: null,
  limit: LARGEST_LIMIT,
};

/** Those that could be among the first two: the others hold up fewer pledges than the second does. */
function heavy(obstacles: readonly CommonObstacle[]): readonly CommonObstacle[] {
  const least = obstacles[MOST_MATTERS_OF_A_KIND - 1]?.pledges.length ?? 0;
  return obstacles.filter(({ pledges }) => pledges.length >= least);
}

/** By pledge: the highest criticality of the requirements it is offered for. */
function needsOf(requirements: readonly RequirementDetails[]): Map<string, Criticality> {
  const found = new Map<string, Criticality>();
  for (const { requirement, coverage } of requirements)
    for (const { pledge, offer } of coverage.offers)
      if (offer.withdrawn === null)
        found.set(
          pledge.reference,
          highest([requirement.criticality, ...listOf(found.get(pledge.reference))]) ??
            requirement.criticality,
        );
  return found;
}

const listOf = <T>(one: T | undefined): T[] => (one === undefined ? [] : [one]);

/** 1 is the highest. */
const highest = (criticalities: readonly Criticality[]): Criticality | null =>
  criticalities.reduce<Criticality | null>((top, one) => (top === null || one < top ? one : top), null);
