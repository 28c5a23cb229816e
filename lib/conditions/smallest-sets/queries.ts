import "server-only";
import { type Actor, mayReadRegister } from "@/lib/domain/people/actor";
import { isPast, type NowOrAsOf } from "@/lib/domain/base/as-of";
import { dayOf, type Day } from "@/lib/domain/base/day";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { factsNamedIn } from "@/lib/domain/conditions/leaf-facts";
import { leafOfAssumption, linesNamed } from "@/lib/domain/history/scenarios/named-lines";
import { factsOfSnapshot } from "@/lib/domain/history/scenarios/result";
import type { Named } from "@/lib/domain/history/scenarios/scenario-details";
import { requirementIn } from "@/lib/domain/history/scenarios/smallest-sets/posed";
import type { SetsQuestion, SmallestSets } from "@/lib/domain/history/scenarios/smallest-sets/target";
import type { Snapshot } from "@/lib/domain/history/snapshot";
import { indexOf } from "@/lib/domain/history/snapshot-index";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import { hiddenIn } from "@/lib/domain/pledge/sealed";
import { REQUIREMENT_REFERENCE } from "@/lib/domain/requirements/requirement";
import { findPast } from "@/lib/db/past/snapshot";
import { findAround } from "@/lib/db/queries/conditions/around";
import { findOffersFor, findRequirement } from "@/lib/db/queries/conditions/requirements";
import { findSettings } from "@/lib/db/queries/log/settings";
import { shownTo } from "@/lib/db/queries/pledges/sealed";
import type { FirmFilter, StartFilter } from "./filter";
import { searched } from "./searched";

export interface SmallestSetsDetails extends SmallestSets {
  /** Names of what is decided. */
  named: Pick<Named, "facts" | "lines">;
}

/** What would let a pledge start. */
export async function loadSetsForPledge(
  actor: Actor,
  reference: string,
  { dormant }: StartFilter,
  at: NowOrAsOf,
): Promise<Result<SmallestSetsDetails>> {
  if (!mayReadRegister(actor)) return refuse("role");
  const { world, on } = isPast(at) ? await registerThen(at) : await registerNow([reference], at);
  if (!indexOf(world).pledges.has(reference)) return refuse("not-found");
  // No number counts for a start.
  const question = { target: { pledge: reference }, dormant: dormant === "assumed" };
  return ok(await answered(question, withPledges(world, hiddenIn([...world.pledge.values()])), on));
}

/** What would make a requirement firm. */
export async function loadSetsForRequirement(
  actor: Actor,
  reference: string,
  { dormant, need }: FirmFilter,
  at: NowOrAsOf,
): Promise<Result<SmallestSetsDetails>> {
  if (!mayReadRegister(actor)) return refuse("role");
  if (!REQUIREMENT_REFERENCE.test(reference)) return refuse("not-found");
  const { world, on } = isPast(at) ? await registerThen(at) : await withOffers(reference, at);
  if (requirementIn(world, reference) === undefined) return refuse("not-found");
  const question = { target: { requirement: reference, need }, dormant: dormant === "assumed" };
  return ok(await answered(question, await shownWithOffers(actor, world, reference), on));
}

interface KnownRegister {
  world: Snapshot;
  on: Day;
}

async function registerThen(at: Extract<NowOrAsOf, object>): Promise<KnownRegister> {
  const { world, day } = await findPast(at);
  return { world, on: day };
}

async function registerNow(references: readonly string[], at: string): Promise<KnownRegister> {
  const [world, { timeZone }] = await Promise.all([findAround(references), findSettings()]);
  return { world, on: dayOf(at, timeZone) };
}

async function withOffers(reference: string, at: string): Promise<KnownRegister> {
  const requirement = await findRequirement(reference);
  const offers = requirement === null ? [] : await findOffersFor([requirement]);
  const pledges = [...new Set(offers.map(({ pledge }) => pledge))];
  const { world, on } = await registerNow(pledges, at);
  const own = requirement === null ? [] : [[requirement.id, requirement] as const];
  const offer = new Map(offers.map((one) => [one.id, one]));
  return { world: { ...world, requirement: new Map(own), offer }, on };
}

/** Sealed numbers count for those who may know them; of others than those offered none is read. */
async function shownWithOffers(actor: Actor, world: Snapshot, reference: string): Promise<Snapshot> {
  const offers = [...world.offer.values()].filter(({ requirement }) => requirement === reference);
  const offered = new Set(offers.map(({ pledge }) => pledge));
  const pledges = [...world.pledge.values()];
  const isOffered = (one: { reference: string }): boolean => offered.has(one.reference);
  const others = hiddenIn(pledges.filter((one) => !isOffered(one)));
  return withPledges(world, [...others, ...(await shownTo(actor, pledges.filter(isOffered)))]);
}

const withPledges = (world: Snapshot, pledges: readonly Pledge[]): Snapshot => ({
  ...world,
  pledge: new Map(pledges.map((pledge) => [pledge.id, pledge])),
});

async function answered(question: SetsQuestion, world: Snapshot, on: Day): Promise<SmallestSetsDetails> {
  const sets = await searched(question, world, on);
  const all = [...sets.sets.flat(), ...(sets.larger ?? []), ...sets.assumed];
  const facts = factsNamedIn({ all: all.flatMap(leafOfAssumption) }, factsOfSnapshot(world));
  return { ...sets, named: { facts, lines: linesNamed(world, all) } };
}
