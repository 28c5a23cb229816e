import "server-only";
import { type Actor, mayReadRegister } from "@/lib/domain/people/actor";
import { isPast, type NowOrAsOf } from "@/lib/domain/base/as-of";
import { dayOf } from "@/lib/domain/base/day";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { factsNamedIn } from "@/lib/domain/conditions/leaf-facts";
import { leafOfAssumption, linesNamed } from "@/lib/domain/history/scenarios/named-lines";
import { factsOfSnapshot } from "@/lib/domain/history/scenarios/result";
import { requirementIn } from "@/lib/domain/history/scenarios/smallest-sets/posed";
import type { NamedSets, SetsQuestion } from "@/lib/domain/history/scenarios/smallest-sets/target";
import type { Snapshot } from "@/lib/domain/history/snapshot";
import { unitsIn } from "@/lib/domain/history/snapshot-requirements";
import { indexOf } from "@/lib/domain/history/snapshot-index";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import { unitsOf } from "@/lib/domain/pledge/same-as";
import { hiddenIn } from "@/lib/domain/pledge/sealed";
import { REQUIREMENT_REFERENCE } from "@/lib/domain/requirements/requirement";
import { findPast } from "@/lib/db/past/snapshot";
import { findDeciding } from "@/lib/db/queries/conditions/deciding";
import { findOffersFor, findRequirement } from "@/lib/db/queries/conditions/requirements";
import { findSameLines } from "@/lib/db/queries/conditions/same-lines";
import { findSettings } from "@/lib/db/queries/log/settings";
import { shownTo } from "@/lib/db/queries/pledges/sealed";
import type { FirmFilter, StartFilter } from "./filter";
import { searched, type KnownRegister } from "./searched";

/** The smallest sets that would let a pledge start. */
export async function loadSetsForPledge(
  actor: Actor,
  reference: string,
  { dormant }: StartFilter,
  at: NowOrAsOf,
): Promise<Result<NamedSets>> {
  if (!mayReadRegister(actor)) return refuse("role");
  const register = isPast(at) ? await registerThen(at) : await registerNow([reference], at);
  const { snapshot } = register;
  if (!indexOf(snapshot).pledges.has(reference)) return refuse("not-found");
  // No number counts for a start.
  const question = { target: { pledge: reference }, dormant: dormant === "assumed" };
  const hidden = withPledges(snapshot, hiddenIn([...snapshot.pledge.values()]));
  return ok(await answered(question, { ...register, snapshot: hidden }));
}

/** The smallest sets that would make a requirement firm. */
export async function loadSetsForRequirement(
  actor: Actor,
  reference: string,
  { dormant, need }: FirmFilter,
  at: NowOrAsOf,
): Promise<Result<NamedSets>> {
  if (!mayReadRegister(actor)) return refuse("role");
  if (!REQUIREMENT_REFERENCE.test(reference)) return refuse("not-found");
  const register = isPast(at) ? await registerThen(at) : await withOffers(reference, at);
  const { snapshot } = register;
  if (requirementIn(snapshot, reference) === undefined) return refuse("not-found");
  const question = { target: { requirement: reference, need }, dormant: dormant === "assumed" };
  const shown = await shownWithOffers(actor, snapshot, reference);
  return ok(await answered(question, { ...register, snapshot: shown }));
}

async function registerThen(at: Extract<NowOrAsOf, object>): Promise<KnownRegister> {
  const { snapshot, day } = await findPast(at);
  return { snapshot, on: day, unitOf: unitsIn(snapshot) };
}

async function registerNow(references: readonly string[], at: string): Promise<KnownRegister> {
  const [snapshot, { timeZone }, same] = await Promise.all([
    findDeciding(references),
    findSettings(),
    findSameLines(),
  ]);
  return { snapshot, on: dayOf(at, timeZone), unitOf: unitsOf(same) };
}

async function withOffers(reference: string, at: string): Promise<KnownRegister> {
  const requirement = await findRequirement(reference);
  const offers = requirement === null ? [] : await findOffersFor([requirement]);
  const pledges = [...new Set(offers.map(({ pledge }) => pledge))];
  const { snapshot, ...rest } = await registerNow(pledges, at);
  const own = requirement === null ? [] : [[requirement.id, requirement] as const];
  const offer = new Map(offers.map((one) => [one.id, one]));
  return { snapshot: { ...snapshot, requirement: new Map(own), offer }, ...rest };
}

/** Sealed numbers count for actors who may know them. Only those of offered pledges are read. */
async function shownWithOffers(actor: Actor, snapshot: Snapshot, reference: string): Promise<Snapshot> {
  const offers = [...snapshot.offer.values()].filter(({ requirement }) => requirement === reference);
  const offered = new Set(offers.map(({ pledge }) => pledge));
  const pledges = [...snapshot.pledge.values()];
  const isOffered = (one: { reference: string }): boolean => offered.has(one.reference);
  const others = hiddenIn(pledges.filter((one) => !isOffered(one)));
  return withPledges(snapshot, [...others, ...(await shownTo(actor, pledges.filter(isOffered)))]);
}

const withPledges = (snapshot: Snapshot, pledges: readonly Pledge[]): Snapshot => ({
  ...snapshot,
  pledge: new Map(pledges.map((pledge) => [pledge.id, pledge])),
});

async function answered(question: SetsQuestion, register: KnownRegister): Promise<NamedSets> {
  const { snapshot } = register;
  const sets = await searched(question, register);
  const all = [...sets.sets.flat(), ...(sets.larger ?? []), ...sets.assumed];
  const facts = factsNamedIn({ all: all.flatMap(leafOfAssumption) }, factsOfSnapshot(snapshot));
  return { ...sets, named: { facts, lines: linesNamed(snapshot, all) } };
}
