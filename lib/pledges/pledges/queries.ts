import "server-only";
import { type Actor, mayReadRegister } from "@/lib/domain/people/actor";
import type { Json } from "@/lib/domain/base/canonical";
import { changesShown } from "@/lib/domain/notices/changes-shown";
import { cursorOf, keyIn } from "@/lib/domain/base/cursor";
import { dayOf, type Instant } from "@/lib/domain/base/day";
import type { HistoryEntry, HistoryList } from "@/lib/domain/proposals/history";
import { namesPledges, type Condition } from "@/lib/domain/pledge/condition";
import { listed, orderOf, type Listed } from "@/lib/domain/base/listing";
import { linesAround, type LinesAround } from "@/lib/domain/details/lines-around";
import type { DeskClaim } from "@/lib/domain/details/desk-claim";
import { ofReader, type PledgeFilter } from "@/lib/domain/details/pledge-filter";
import { factsNamedIn, NO_FACTS, type LeafFacts } from "@/lib/domain/conditions/leaf-facts";
import { factsOn } from "@/lib/domain/conditions/through-time";
import type { NamedPledge, Pledge } from "@/lib/domain/pledge/pledge";
import type { Proposal } from "@/lib/domain/proposals/proposal";
import { isPast, momentOf, type NowOrAsOf } from "@/lib/domain/base/as-of";
import { invalid, refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import {
  toListItem,
  pledgeDetailsOf,
  type PledgeRead,
  type PledgeRow,
  type PledgeDetails,
} from "@/lib/domain/details/pledge-details";
import { asksForLess, type TableView } from "@/lib/domain/exchange/table-view";
import type { PledgeLine } from "@/lib/domain/exchange/tables/pledge-table";
import { factsFor } from "@/lib/domain/history/snapshot-index";
import { pledgesAround, pledgesInCell } from "@/lib/domain/history/snapshot-pledges";
import { byReferenceOrder } from "@/lib/domain/details/reference-order";
import { findPledgeEvents, type LoggedEvent } from "@/lib/db/log/history";
import { findBodies } from "@/lib/db/queries/pledges/approvals";
import { findClaims } from "@/lib/db/queries/pledges/desk";
import { findPledgeWithAround, type PledgeWithAround } from "@/lib/db/queries/pledges/around";
import { findPledgesAround } from "@/lib/db/queries/conditions/lines-around";
import { findCycles, findFacts } from "@/lib/db/queries/conditions/conditions";
import { streamPledgeLines } from "@/lib/db/queries/pledges/pledge-csv";
import { countPledges, findPledgeKeys } from "@/lib/db/queries/pledges/pledge-list";
import { findPledgeRows } from "@/lib/db/queries/pledges/pledge-rows";
import { findInCell, findPledgeId } from "@/lib/db/queries/pledges/pledges";
import { shownOf, shownTo } from "@/lib/db/queries/pledges/sealed";
import { askTogetherByKeys } from "@/lib/db/sql/together";
import { findPast } from "@/lib/db/past/snapshot";
import { findSettings, type RegisterSettings } from "@/lib/db/queries/log/settings";
import { bodiesIn, findPledgesAsOf, findDetailsAsOf, idIn, linesAsOf } from "./as-of";

/** Voided pledges are left out unless the filter asks for them. */
export async function loadPledges(
  actor: Actor,
  requested: PledgeFilter,
  at: NowOrAsOf,
): Promise<Result<Listed<PledgeRow>>> {
  if (!mayReadRegister(actor)) return refuse("role");
  const filter = ofReader(actor, requested);
  if (isPast(at)) {
    const page = await findPledgesAsOf(actor, filter, at);
    return ok({ ...page, items: (await shownTo(actor, page.items)).map(toListItem) });
  }
  const settings = await findSettings();
  const today = dayOf(at, settings.timeZone);
  const [keys, total] = await Promise.all([findPledgeKeys(filter, today), countPledges(filter, today)]);
  const page = listed(keys, filter.limit, total, ({ key }) => cursorOf(orderOf(filter), key));
  const ids = page.items.map(({ id }) => id);
  const rows = await findPledgeRows(ids, today);
  return ok({ ...page, items: await shownTo(actor, rows) });
}

/** `not-found` as of a moment at which it wasn't on record yet. */
export async function loadPledge(
  actor: Actor,
  reference: string,
  at: NowOrAsOf,
): Promise<Result<PledgeDetails>> {
  if (!mayReadRegister(actor)) return refuse("role");
  if (!REFERENCE.test(reference)) return refuse("not-found");
  if (isPast(at)) {
    const [then] = await shownTo(actor, await findDetailsAsOf(actor, reference, at));
    return then ? ok(then) : refuse("not-found");
  }
  const [settings, found] = await Promise.all([findSettings(), findPledgeWithAround(reference)]);
  return found ? ok(await detailsFor(actor, found, settings, at)) : refuse("not-found");
}

/** With its latest `history` entries; null: without them. */
export async function loadPledgeRead(
  actor: Actor,
  reference: string,
  history: number | null,
  at: NowOrAsOf,
): Promise<Result<PledgeRead>> {
  if (history === null) return loadPledge(actor, reference, at);
  const [pledge, latest] = await askTogetherByKeys(() =>
    Promise.all([
      loadPledge(actor, reference, at),
      loadHistory(actor, reference, { cursor: null, limit: history }, at),
    ]),
  );
  if (!pledge.ok || !latest.ok) return pledge;
  return ok({ ...pledge.value, history: latest.value });
}

const REFERENCE = /^[A-Z]{2,4}-[1-5]-\d{3,9}$/;

/** The whole view at one moment, streamed. Derived values are the copies stored with each change. */
export async function loadPledgesCsv(
  actor: Actor,
  requested: PledgeFilter,
  at: NowOrAsOf,
): Promise<Result<TableView<PledgeLine>>> {
  if (!mayReadRegister(actor)) return refuse("role");
  const { timeZone, marking } = await findSettings();
  const filter = ofReader(actor, requested);
  const { sort: _sort, turned: _turned, after: _after, limit: _limit, ...less } = filter;
  const rows = isPast(at)
    ? await linesAsOf(actor, filter, at)
    : await streamPledgeLines(filter, dayOf(at, timeZone));
  return ok({ rows, asOf: momentOf(at), marking, narrowed: asksForLess(less) });
}

/** The other pledges of a cell by reference, to be named next to one of them. */
export async function loadCellPledges(
  actor: Actor,
  cell: Pick<Pledge, "participant" | "priority">,
  limit: number,
  at: NowOrAsOf,
): Promise<Result<NamedPledge[]>> {
  if (!mayReadRegister(actor)) return refuse("role");
  if (isPast(at)) return ok(pledgesInCell((await findPast(at)).snapshot, cell, limit));
  return ok(await findInCell(cell, limit));
}

/** The lines of other pledges that are the same as its own, or look the same. */
export async function loadLinesAround(actor: Actor, pledge: Pledge, at: NowOrAsOf): Promise<LinesAround> {
  if (!mayReadRegister(actor)) return linesAround(pledge, []);
  const others = isPast(at)
    ? pledgesAround((await findPast(at)).snapshot, pledge)
    : await findPledgesAround(pledge);
  return linesAround(pledge, others.toSorted(byReferenceOrder));
}

/** The facts needed to word these conditions. */
export async function loadPledgeLeafFacts(
  actor: Actor,
  conditions: readonly Condition[],
  at: NowOrAsOf,
): Promise<LeafFacts> {
  if (!mayReadRegister(actor) || conditions.length === 0) return NO_FACTS;
  if (isPast(at)) {
    const { snapshot, day } = await findPast(at);
    return factsOn(factsFor(snapshot, { all: [...conditions] }), day);
  }
  const [facts, { timeZone }] = await Promise.all([findFacts(conditions), findSettings()]);
  return factsOn(facts, dayOf(at, timeZone));
}

interface HistoryPage {
  cursor: string | null;
  limit: number;
}

/** Events of a pledge and of the approvals it needs, with comments; newest first. */
export async function loadHistory(
  actor: Actor,
  reference: string,
  page: HistoryPage,
  at: NowOrAsOf,
): Promise<Result<HistoryList>> {
  if (!mayReadRegister(actor)) return refuse("role");
  const id = isPast(at) ? idIn((await findPast(at)).snapshot, reference) : await findPledgeId(reference);
  return id === null ? refuse("not-found") : loadHistoryOf(actor, { id, reference }, page, at);
}

/** The same for a pledge that is on record at that moment. */
export async function loadHistoryOf(
  actor: Actor,
  { id, reference }: Pick<Pledge, "id" | "reference">,
  page: HistoryPage,
  at: NowOrAsOf,
): Promise<Result<HistoryList>> {
  if (!mayReadRegister(actor)) return refuse("role");
  const after = page.cursor === null ? [] : keyIn(page.cursor, HISTORY_ORDER, isSequence);
  if (after === null) return invalid({ path: "cursor", code: "bad-cursor" });
  const then = isPast(at) ? await findPast(at) : null;
  const known = after[0] === undefined ? null : Number(after[0]);
  const before = then ? Math.min(then.position.seq + 1, known ?? Infinity) : known;
  const events = await findPledgeEvents({ id, reference }, { before, limit: page.limit + 1 });
  const shown = events.slice(0, page.limit);
  const last = shown.at(-1);
  const proposed = shown.flatMap((event) => approvalProposed(event) ?? []);
  const bodies = then ? bodiesIn(then.snapshot, proposed) : await findBodies(proposed);
  return ok({
    items: await shownOf(
      actor,
      participantIn(reference),
      shown.map((event) => entryOf(event, bodies)),
    ),
    next: events.length > shown.length && last ? cursorOf(HISTORY_ORDER, [String(last.seq)]) : null,
  });
}

const participantIn = (reference: string): string => reference.slice(0, reference.indexOf("-"));

const HISTORY_ORDER = "-seq";
const isSequence = ([seq = "", ...rest]: readonly string[]): boolean =>
  rest.length === 0 && /^\d{1,15}$/.test(seq);

function entryOf(event: LoggedEvent, bodies: ReadonlyMap<string, string>): HistoryEntry {
  return {
    seq: event.seq,
    leafHash: event.leafHash,
    at: event.at,
    actor: { name: event.actorName, role: event.actorRole },
    action: event.action,
    about:
      event.entityType === "approval"
        ? textIn(event.after, "body")
        : (bodies.get(approvalProposed(event) ?? "") ?? null),
    reason: event.reason,
    comment: event.entityType === "comment" ? textIn(event.after, "text") : null,
    changes: changesShown(event),
  };
}

/** Id of the approval that a proposal changes, if it is on record. */
function approvalProposed({ entityType, after }: LoggedEvent): string | null {
  if (entityType !== "proposal") return null;
  const { wish, subjectId } = after as unknown as Proposal;
  return wish.do === "change-approval" ? subjectId : null;
}

function textIn(record: Json, field: string): string | null {
  const value: unknown =
    record !== null && typeof record === "object" && !Array.isArray(record)
      ? Reflect.get(record, field)
      : null;
  return typeof value === "string" ? value : null;
}

async function detailsFor(
  actor: Actor,
  { pledge, around }: PledgeWithAround,
  { timeZone, staleDays, mandateDays }: RegisterSettings,
  at: Instant,
): Promise<PledgeDetails> {
  const { condition, reference } = pledge;
  const [found, cycles] = await askTogetherByKeys(() =>
    Promise.all([
      findFacts(condition === null ? [] : [condition]),
      findCycles(namesPledges(condition) ? [reference] : []),
    ]),
  );
  const facts = factsNamedIn(condition, found);
  const cycle = cycles.get(reference) ?? null;
  const details = pledgeDetailsOf(
    actor,
    pledge,
    { ...around, facts, cycle, timeZone, staleDays, mandateDays },
    at,
  );
  return shownOf(actor, pledge.participant, details);
}

const ON_DESK = 50;

/** Claims in other desks' pledges about participants on the actor's desk that wait for an answer. */
export const loadClaimsOnDesk = (actor: Actor): Promise<DeskClaim[]> =>
  actor.desk.length === 0 ? Promise.resolve([]) : findClaims(actor.desk, ON_DESK);
