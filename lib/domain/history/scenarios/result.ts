// Works out a scenario: the register at a moment and the same with the assumptions, read by the same rules.
import { supposedIn, type Assumption } from "./assumption";
import { decimalOf } from "../../base/amount";
import { atomsOf, isActionable, type Leaf } from "../../pledge/condition";
import type { Day, Instant } from "../../base/day";
import { keystonesOf, type Keystone } from "../../conditions/keystone";
import { dormantIn, truthIn, type LeafFacts } from "../../conditions/leaf-facts";
import { latestOf } from "../../conditions/successors";
import type { Pledge } from "../../pledge/pledge";
import type { Requirement } from "../../requirements/requirement";
import { sorted, type RequirementCoverage } from "../../requirements/requirement-coverage";
import { STRENGTHS, type CoverageFigure } from "../../requirements/strength-figures";
import { requirementDetails } from "../../requirements/requirement-details";
import { isOpen } from "../../pledge/stages";
import { UNRESOLVED_CODES, type UnresolvedCode } from "../../unresolved/unresolved";
import { settingsIn, type Snapshot } from "../snapshot";
import { holding, itemsOfPledge } from "../snapshot-items";
import { indexOf } from "../snapshot-index";
import { unitsIn } from "../snapshot-requirements";
import { waitingIn } from "../snapshot-waiting";
import {
  type ScenarioResult,
  type Several,
  MOST_LISTED,
  type PledgeName,
  type Obstacle,
  type ScenarioCoverage,
  type ScenarioReading,
  type FigureText,
  type Bottleneck,
} from "./scenario";

/** `snapshot` as this reader may see it; `on`: the day of its moment. */
export function resultOfScenario(
  snapshot: Snapshot,
  assumptions: readonly Assumption[],
  on: Day,
): ScenarioResult {
  const so = supposedIn(snapshot, assumptions, on);
  const [base, supposed] = [lookOf(snapshot, on), lookOf(so, on)];
  const obstacles = obstaclesIn(snapshot, so, on);
  const newlyBlocked = new Set(
    obstacles.filter(({ appeared }) => appeared.length > 0).map((one) => one.reference),
  );
  return {
    coverage: sorted(base.covered, "criticality").map((before) => {
      const { reference } = before.requirement;
      const after = supposed.covered.find(({ requirement }) => requirement.reference === reference) ?? before;
      return coverageCompared(before, after, newlyBlocked);
    }),
    conditioned: supposed.conditioned.size,
    waiting: { base: stillWaiting(base), supposed: stillWaiting(supposed) },
    started: several(moved(base, supposed)),
    stopped: several(moved(supposed, base)),
    obstacles: several(obstacles),
    next: { base: base.next, supposed: supposed.next },
  };
}

/** Everything in a snapshot that conditions may refer to. */
export const factsOfSnapshot = (snapshot: Snapshot): LeafFacts => ({
  triggers: [...snapshot.trigger.values()],
  approvals: [...snapshot.approval.values()],
  pledges: [...snapshot.pledge.values()],
});

interface Look {
  covered: { requirement: Requirement; coverage: RequirementCoverage }[];
  /** Open ones, by reference. */
  conditioned: ReadonlyMap<string, Pledge>;
  actionable: ReadonlySet<string>;
  next: Bottleneck | null;
}

function lookOf(snapshot: Snapshot, on: Day): Look {
  const facts = factsOfSnapshot(snapshot);
  const [truthOf, isDormant] = [truthIn(facts, on), dormantIn(facts)];
  const waiting = waitingPledges(snapshot);
  const canStart = (pledge: Pledge): boolean => isActionable(pledge.condition, truthOf);
  const { timeZone } = settingsIn(snapshot);
  const offers = [...snapshot.offer.values()].sort(byAge);
  const offered = new Set(offers.map(({ pledge }) => pledge));
  const pledges = new Map(
    facts.pledges.flatMap((one) => {
      const pledge = offered.has(one.reference) ? indexOf(snapshot).pledges.get(one.reference) : undefined;
      return pledge ? [[pledge.reference, { ...pledge, actionable: canStart(pledge) }] as const] : [];
    }),
  );
  const unitOf = unitsIn(snapshot);
  return {
    covered: [...snapshot.requirement.values()]
      .filter(({ closed }) => closed === null)
      .map((requirement) => requirementDetails(requirement, offers, pledges, unitOf, timeZone)),
    conditioned: waiting,
    actionable: new Set([...waiting.values()].filter(canStart).map(({ reference }) => reference)),
    next: bottleneckOf(keystonesOf(waitingIn(snapshot), { truthOf, isDormant })),
  };
}

const waitingPledges = (snapshot: Snapshot): Map<string, Pledge> =>
  new Map(
    [...snapshot.pledge.values()]
      .filter(({ condition, voided, stage }) => condition !== null && voided === null && isOpen(stage))
      .sort(byReference)
      .map((pledge) => [pledge.reference, pledge]),
  );

/**
 * The item that alone frees most; then most with dormant triggers and approvals; then the one most pledges can't
 * start without.
 */
function bottleneckOf(keystones: readonly Keystone[]): Bottleneck | null {
  const [first] = keystones
    .filter(({ isDormant }) => !isDormant)
    .map(({ leaf, named, necessary, frees, freesAssumed }) => ({
      leaf,
      named: named.length,
      necessary: necessary.length,
      frees: frees.length,
      freesAssumed: freesAssumed.length,
    }))
    // The input is sorted by necessity; a stable sort preserves that order for ties.
    .sort((a, b) => b.frees - a.frees || b.freesAssumed - a.freesAssumed);
  return first ?? null;
}

const stillWaiting = ({ conditioned, actionable }: Look): number => conditioned.size - actionable.size;

/** Open in both, and able to start only in the second. */
const moved = (from: Look, to: Look): PledgeName[] =>
  [...to.conditioned.values()]
    .filter(
      ({ reference }) =>
        from.conditioned.has(reference) && to.actionable.has(reference) && !from.actionable.has(reference),
    )
    .map(nameOf);

function coverageCompared(
  { requirement, coverage }: Look["covered"][number],
  after: Look["covered"][number],
  newlyBlocked: ReadonlySet<string>,
): ScenarioCoverage {
  const { reference, title, priority, criticality } = requirement;
  const current = coverage.offers.filter(({ offer }) => offer.withdrawn === null);
  return {
    requirement: reference,
    title,
    priority,
    criticality,
    measure: coverage.measure,
    need: decimalOf(coverage.need),
    base: readingOf(coverage),
    supposed: readingOf(after.coverage),
    held: [...new Set(current.map(({ pledge }) => pledge.reference))]
      .filter((one) => newlyBlocked.has(one))
      .sort(),
  };
}

function readingOf(coverage: RequirementCoverage): ScenarioReading {
  const [firm, conditional, indicative] = STRENGTHS.map((strength) => textOf(coverage[strength]));
  return { firm, conditional, indicative, shortfall: decimalOf(coverage.shortfall) } as ScenarioReading;
}

const textOf = ({ low, high, about, unsaid, sealed }: CoverageFigure): FigureText => ({
  low: decimalOf(low),
  high: high === null ? null : decimalOf(high),
  ...(about ? { about } : {}),
  unsaid,
  sealed,
});

function obstaclesIn(snapshot: Snapshot, so: Snapshot, on: Day): Obstacle[] {
  return concerned(snapshot, so).flatMap((pledge) => {
    const after = so.pledge.get(pledge.id) ?? pledge;
    const [before, now] = [blockedBy(snapshot, pledge, on), blockedBy(so, after, on)];
    const appeared = now.filter((code) => !before.includes(code));
    const gone = before.filter((code) => !now.includes(code));
    return appeared.length + gone.length === 0 ? [] : [{ ...nameOf(pledge), appeared, gone }];
  });
}

const blockedBy = (snapshot: Snapshot, pledge: Pledge, on: Day): UnresolvedCode[] => {
  const found = holding(itemsOfPledge(snapshot, pledge), on).filter((item) => item.class === "BLOCKED");
  return UNRESOLVED_CODES.filter((code) => found.some((item) => item.code === code));
};

/**
 * Pledges whose obstacles the assumptions may change: a pledge that they change, those that share an approval with limits with it or
 * are served by one that they change, those whose condition names any of that, and those in a cycle.
 */
function concerned(snapshot: Snapshot, so: Snapshot): Pledge[] {
  const { approvals: serving, replacedBy } = indexOf(snapshot);
  const triggers = new Set(changedIn(snapshot.trigger, so.trigger).map(({ code }) => code));
  const approvals = changedIn(snapshot.approval, so.approval);
  const pledges = new Set(changedIn(snapshot.pledge, so.pledge).map(({ reference }) => reference));
  const approvalIds = new Set(approvals.map(({ id }) => id));
  const shared = [...pledges]
    .flatMap((reference) => serving.get(reference) ?? [])
    .filter(({ limits }) => limits !== null);
  const served = new Set([...approvals, ...shared].flatMap(({ serves }) => serves));
  const names = (leaf: Leaf): boolean =>
    "trigger" in leaf
      ? triggers.has(leaf.trigger)
      : "approval" in leaf
        ? approvalIds.has(leaf.approval)
        : pledges.has(latestOf(leaf.pledge, replacedBy));
  const cycles = [indexOf(snapshot).cycles, indexOf(so).cycles];
  return [...snapshot.pledge.values()]
    .filter(
      ({ reference, condition }) =>
        pledges.has(reference) ||
        served.has(reference) ||
        (condition !== null && atomsOf(condition).some(names)) ||
        cycles.some((known) => known.has(reference)),
    )
    .sort(byReference);
}

/** The records that the assumptions change. */
const changedIn = <R>(before: ReadonlyMap<string, R>, after: ReadonlyMap<string, R>): R[] =>
  [...after].flatMap(([id, record]) => (before.get(id) === record ? [] : record));

const several = <T>(all: T[]): Several<T> => ({ count: all.length, first: all.slice(0, MOST_LISTED) });

const nameOf = ({ reference, participant, title }: Pledge): PledgeName => ({ reference, participant, title });

const byReference = (a: Pick<Pledge, "reference">, b: Pick<Pledge, "reference">): number =>
  a.reference < b.reference ? -1 : a.reference > b.reference ? 1 : 0;

const byAge = (a: { createdAt: Instant; id: string }, b: { createdAt: Instant; id: string }): number =>
  a.createdAt === b.createdAt ? (a.id < b.id ? -1 : 1) : a.createdAt < b.createdAt ? -1 : 1;
