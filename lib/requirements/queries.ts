import "server-only";
import { type Actor, mayReadRegister } from "@/lib/domain/people/actor";
import { dayOf, type Instant } from "@/lib/domain/base/day";
import { changesBetween, type HistoryEntry } from "@/lib/domain/proposals/history";
import { isComparable, type Offer } from "@/lib/domain/requirements/offer";
import { isPast, momentOf, type AsOf, type NowOrAsOf } from "@/lib/domain/base/as-of";
import { refuse } from "@/lib/domain/base/refusal";
import { measureOf, REQUIREMENT_REFERENCE, type Requirement } from "@/lib/domain/requirements/requirement";
import { sorted } from "@/lib/domain/requirements/requirement-coverage";
import {
  asIfMet,
  candidate,
  requirementDetails,
  type Candidate,
  type PledgeWithLines,
  type RequirementDetails,
} from "@/lib/domain/requirements/requirement-details";
import { ok, type Result } from "@/lib/domain/base/result";
import { unitsOf, type UnitOf } from "@/lib/domain/pledge/same-as";
import { hiddenIn } from "@/lib/domain/pledge/sealed";
import { asksForLess, atOnce, type TableView } from "@/lib/domain/exchange/table-view";
import { settingsIn } from "@/lib/domain/history/snapshot";
import {
  offersFor,
  pledgesOffered,
  requirementsIn,
  unitsIn,
} from "@/lib/domain/history/snapshot-requirements";
import { findPast } from "@/lib/db/past/snapshot";
import {
  findCandidates,
  findOffered,
  findOffersFor,
  findRequirement,
  findRequirementEvents,
  findRequirements,
} from "@/lib/db/queries/conditions/requirements";
import { findSameLines } from "@/lib/db/queries/conditions/same-lines";
import { shownTo } from "@/lib/db/queries/pledges/sealed";
import { findSettings } from "@/lib/db/queries/log/settings";
import { groupedBy } from "@/lib/domain/base/listing";
import type { CandidateFilter, RequirementFilter } from "./filter";

/** All that match, most needed first by default; not paged, since people name only so many. */
export async function loadRequirements(
  actor: Actor,
  filter: RequirementFilter,
  at: NowOrAsOf,
): Promise<Result<RequirementDetails[]>> {
  if (!mayReadRegister(actor)) return refuse("role");
  const wanted = await requirementsAsked(filter, at);
  return ok(sorted(await loadDetails(actor, wanted, at), filter.sort));
}

export async function requirementsAsked(
  filter: Omit<RequirementFilter, "sort">,
  at: NowOrAsOf,
): Promise<Requirement[]> {
  const all: readonly Requirement[] = isPast(at)
    ? requirementsIn((await findPast(at)).snapshot)
    : await findRequirements();
  return all.filter((one) => matchesFilter(filter, one));
}

/** Names, closed ones included. */
export async function loadRequirementNames(
  actor: Actor,
  at: NowOrAsOf,
): Promise<Result<readonly Pick<Requirement, "reference" | "title">[]>> {
  if (!mayReadRegister(actor)) return refuse("role");
  return ok(isPast(at) ? requirementsIn((await findPast(at)).snapshot) : await findRequirements());
}

/** As CSV: files contain no sealed numbers, for any reader. */
export async function loadRequirementsCsv(
  actor: Actor,
  filter: RequirementFilter,
  at: NowOrAsOf,
): Promise<Result<TableView<RequirementDetails>>> {
  if (!mayReadRegister(actor)) return refuse("role");
  const wanted = await requirementsAsked(filter, at);
  const [details, { marking }] = await Promise.all([loadDetails(null, wanted, at), findSettings()]);
  const { sort, ...narrowing } = filter;
  return ok({
    rows: atOnce(sorted(details, sort)),
    asOf: momentOf(at),
    marking,
    narrowed: asksForLess(narrowing),
  });
}

export async function loadRequirement(
  actor: Actor,
  reference: string,
  at: NowOrAsOf,
): Promise<Result<RequirementDetails>> {
  const found = await requirementFor(actor, reference, at);
  if (!found.ok) return found;
  const [details] = await loadDetails(actor, [found.value], at);
  return details ? ok(details) : refuse("not-found");
}

const SHOWN = 100;

/** Lines that could be offered, and whether there are more than shown. */
export async function loadCandidates(
  actor: Actor,
  reference: string,
  { q }: CandidateFilter,
  at: Instant,
): Promise<Result<{ candidates: Candidate[]; more: boolean }>> {
  const found = await requirementFor(actor, reference, at);
  if (!found.ok) return found;
  const requirement = found.value;
  const { timeZone } = await findSettings();
  const [offers, pledges] = await Promise.all([
    findOffersFor([requirement]),
    findCandidates(requirement, measureOf(requirement), { q, limit: SHOWN + 1 }, dayOf(at, timeZone)),
  ]);
  const current = offers.filter(({ withdrawn }) => withdrawn === null);
  const shown = await shownTo(actor, pledges.slice(0, SHOWN));
  const candidates = shown.flatMap(({ contributions, ...pledge }) =>
    contributions
      .filter(
        (line) =>
          isComparable(requirement, line) && !current.some(({ contribution }) => contribution === line.id),
      )
      .map((line) => candidate(requirement, pledge, line)),
  );
  return ok({ candidates, more: pledges.length > SHOWN });
}

const HISTORY = 100;

/** Events of a requirement and its offers, newest first. */
export async function loadRequirementHistory(
  actor: Actor,
  reference: string,
  at: NowOrAsOf,
): Promise<Result<HistoryEntry[]>> {
  const found = await requirementFor(actor, reference, at);
  if (!found.ok) return found;
  const upTo = isPast(at) ? (await findPast(at)).position.seq : null;
  const events = await findRequirementEvents(found.value, { upTo, limit: HISTORY });
  return ok(
    events.map((event) => ({
      seq: event.seq,
      leafHash: event.leafHash,
      at: event.at,
      actor: { name: event.actorName, role: event.actorRole },
      action: event.action,
      about: event.entityType === "offer" ? (event.after as unknown as Offer).pledge : null,
      reason: event.reason,
      comment: null,
      changes: event.before === null ? [] : changesBetween(event.before, event.after),
    })),
  );
}

async function requirementFor(actor: Actor, reference: string, at: NowOrAsOf): Promise<Result<Requirement>> {
  if (!mayReadRegister(actor)) return refuse("role");
  if (!REQUIREMENT_REFERENCE.test(reference)) return refuse("not-found");
  const requirement = isPast(at)
    ? requirementsIn((await findPast(at)).snapshot).find((one) => one.reference === reference)
    : await findRequirement(reference);
  return requirement ? ok(requirement) : refuse("not-found");
}

function matchesFilter(
  filter: Omit<RequirementFilter, "sort">,
  { priority, criticality, closed }: Requirement,
): boolean {
  return (
    (filter.priority.length === 0 || filter.priority.includes(priority)) &&
    (filter.criticality.length === 0 || filter.criticality.includes(criticality)) &&
    (filter.closed === "with" || (filter.closed === "only") === (closed !== null))
  );
}

async function loadDetails(
  actor: Actor | null,
  requirements: readonly Requirement[],
  at: NowOrAsOf,
): Promise<RequirementDetails[]> {
  return (await loadSupposedDetails(actor, requirements, at, null)).asTheyAre;
}

export interface SupposedDetails {
  asTheyAre: RequirementDetails[];
  ifMet: RequirementDetails[];
}

/**
 * As they are, and as if that trigger were met, read once. Includes only the sealed numbers that the actor is cleared
 * for; none for null.
 */
export async function loadSupposedDetails(
  actor: Actor | null,
  requirements: readonly Requirement[],
  at: NowOrAsOf,
  met: string | null,
): Promise<SupposedDetails> {
  const offered = isPast(at)
    ? await offeredThen(requirements, at, met)
    : await offeredNow(requirements, at, met);
  const { pledges } = offered;
  const shown = actor === null ? hiddenIn(pledges) : await shownTo(actor, pledges);
  const detailsWith = (own: readonly PledgeWithLines[]): RequirementDetails[] =>
    detailsOf(requirements, { ...offered, pledges: own });
  return { asTheyAre: detailsWith(shown), ifMet: met === null ? [] : detailsWith(shown.map(asIfMet)) };
}

export interface OfferedFor {
  timeZone: string;
  offers: readonly Offer[];
  pledges: readonly PledgeWithLines[];
  unitOf: UnitOf;
}

export function detailsOf(
  requirements: readonly Requirement[],
  { timeZone, offers, pledges, unitOf }: OfferedFor,
): RequirementDetails[] {
  const offersOf = groupedBy(offers, ({ requirement }) => requirement);
  const byReference = new Map(pledges.map((pledge) => [pledge.reference, pledge]));
  return requirements.map((requirement) =>
    requirementDetails(requirement, offersOf.get(requirement.reference) ?? [], byReference, unitOf, timeZone),
  );
}

async function offeredNow(
  requirements: readonly Requirement[],
  at: Instant,
  met: string | null,
): Promise<OfferedFor> {
  const [{ timeZone }, { offers, pledgesOn }, same] = await Promise.all([
    findSettings(),
    findOffered(requirements),
    findSameLines(),
  ]);
  const pledges = pledgesOn(dayOf(at, timeZone), met);
  return { timeZone, offers, pledges, unitOf: unitsOf(same) };
}

async function offeredThen(
  requirements: readonly Requirement[],
  asOf: AsOf,
  met: string | null,
): Promise<OfferedFor> {
  const { snapshot, day } = await findPast(asOf);
  const offers = offersFor(snapshot, requirements);
  return {
    timeZone: settingsIn(snapshot).timeZone,
    offers,
    pledges: pledgesOffered(snapshot, pledgesIn(offers), { met, day }),
    unitOf: unitsIn(snapshot),
  };
}

const pledgesIn = (offers: readonly Offer[]): string[] => [...new Set(offers.map(({ pledge }) => pledge))];
