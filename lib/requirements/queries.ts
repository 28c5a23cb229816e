import "server-only";
import type { Actor } from "@/lib/domain/actor";
import type { Instant } from "@/lib/domain/day";
import { changesBetween, type HistoryEntry } from "@/lib/domain/history";
import { isComparable, type Offer } from "@/lib/domain/offer";
import { refuse } from "@/lib/domain/refusal";
import { measureOf, REQUIREMENT_REFERENCE, type Requirement } from "@/lib/domain/requirement";
import { sorted } from "@/lib/domain/requirement-coverage";
import {
  candidate,
  requirementSheet,
  type Candidate,
  type RequirementSheet,
} from "@/lib/domain/requirement-sheet";
import { ok, type Result } from "@/lib/domain/result";
import { hiddenIn } from "@/lib/domain/sealed";
import { asksForLess, atOnce, type TableView } from "@/lib/domain/table-view";
import {
  findCandidates,
  findOffersFor,
  findPledgesOffered,
  findRequirement,
  findRequirementEvents,
  findRequirements,
} from "@/lib/db/read/requirements";
import { reachesRegister } from "@/lib/db/reach";
import { shownTo } from "@/lib/db/read/sealed";
import { findSettings } from "@/lib/db/read/settings";
import type { CandidateFilter, RequirementFilter } from "./filter";

/** All that the filter asks for, most needed first unless it says otherwise; there are as many as people can name. */
export async function loadRequirements(
  actor: Actor,
  filter: RequirementFilter,
  _at: Instant,
): Promise<Result<RequirementSheet[]>> {
  if (!reachesRegister(actor)) return refuse("role");
  const wanted = (await findRequirements()).filter((one) => isAsked(filter, one));
  return ok(sorted(await sheetsOf(actor, wanted), filter.sort));
}

/** The same as it is taken away: numbers given in confidence are in no file, whoever takes it. */
export async function loadRequirementsCsv(
  actor: Actor,
  filter: RequirementFilter,
  at: Instant,
): Promise<Result<TableView<RequirementSheet>>> {
  if (!reachesRegister(actor)) return refuse("role");
  const wanted = (await findRequirements()).filter((one) => isAsked(filter, one));
  const [sheets, { marking }] = await Promise.all([sheetsOf(null, wanted), findSettings()]);
  const { sort, ...asked } = filter;
  return ok({ rows: atOnce(sorted(sheets, sort)), asOf: at, marking, narrowed: asksForLess(asked) });
}

export async function loadRequirement(
  actor: Actor,
  reference: string,
  _at: Instant,
): Promise<Result<RequirementSheet>> {
  const found = await requirementFor(actor, reference);
  if (!found.ok) return found;
  const [sheet] = await sheetsOf(actor, [found.value]);
  return sheet ? ok(sheet) : refuse("not-found");
}

const SHOWN = 100;

/** Lines that could be offered for it, and whether there are more than are shown. */
export async function loadCandidates(
  actor: Actor,
  reference: string,
  { q }: CandidateFilter,
  _at: Instant,
): Promise<Result<{ candidates: Candidate[]; more: boolean }>> {
  const found = await requirementFor(actor, reference);
  if (!found.ok) return found;
  const requirement = found.value;
  const [offers, pledges] = await Promise.all([
    findOffersFor([requirement]),
    findCandidates(requirement, measureOf(requirement), { q, limit: SHOWN + 1 }),
  ]);
  const standing = offers.filter(({ withdrawn }) => withdrawn === null);
  const shown = await shownTo(actor, pledges.slice(0, SHOWN));
  const candidates = shown.flatMap(({ contributions, ...pledge }) =>
    contributions
      .filter(
        (line) =>
          isComparable(requirement, line) && !standing.some(({ contribution }) => contribution === line.id),
      )
      .map((line) => candidate(requirement, pledge, line)),
  );
  return ok({ candidates, more: pledges.length > SHOWN });
}

const HISTORY = 100;

/** What happened to a requirement and to what is offered for it, newest first. */
export async function loadRequirementHistory(
  actor: Actor,
  reference: string,
  _at: Instant,
): Promise<Result<HistoryEntry[]>> {
  const found = await requirementFor(actor, reference);
  if (!found.ok) return found;
  const events = await findRequirementEvents(found.value, HISTORY);
  return ok(
    events.map((event) => ({
      seq: event.seq,
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

async function requirementFor(actor: Actor, reference: string): Promise<Result<Requirement>> {
  if (!reachesRegister(actor)) return refuse("role");
  const requirement = REQUIREMENT_REFERENCE.test(reference) ? await findRequirement(reference) : null;
  return requirement ? ok(requirement) : refuse("not-found");
}

function isAsked(filter: RequirementFilter, { priority, criticality, closed }: Requirement): boolean {
  return (
    (filter.priority.length === 0 || filter.priority.includes(priority)) &&
    (filter.criticality.length === 0 || filter.criticality.includes(criticality)) &&
    (filter.closed === "with" || (filter.closed === "only") === (closed !== null))
  );
}

/** Numbers given in confidence go no further than to those who may know them: so do the figures. Null: to nobody. */
async function sheetsOf(
  actor: Actor | null,
  requirements: readonly Requirement[],
): Promise<RequirementSheet[]> {
  const [{ timeZone }, offers] = await Promise.all([findSettings(), findOffersFor(requirements)]);
  const references = [...new Set(offers.map(({ pledge }) => pledge))];
  const found = await findPledgesOffered(references);
  const pledges = actor === null ? hiddenIn(found) : await shownTo(actor, found);
  const byReference = new Map(pledges.map((pledge) => [pledge.reference, pledge]));
  return requirements.map((requirement) => requirementSheet(requirement, offers, byReference, timeZone));
}
