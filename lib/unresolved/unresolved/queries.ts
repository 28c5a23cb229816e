import "server-only";
import { type Actor, mayReadRegister } from "@/lib/domain/people/actor";
import { dayOf, type Day } from "@/lib/domain/base/day";
import { unresolvedChanges, type ComparedSummary } from "@/lib/domain/history/changes";
import { ofReader } from "@/lib/domain/details/pledge-filter";
import { headlineOf, summaryOf, type CountedGroup, type Headline } from "@/lib/domain/unresolved/figures";
import {
  shown,
  type UnresolvedFilter,
  type UnresolvedRow,
  type UnresolvedSummary,
} from "@/lib/domain/unresolved/summary";
import type { NamedMoment } from "@/lib/domain/base/moment";
import type { Participant } from "@/lib/domain/people/participant";
import { isPast, momentOf, type AsOf, type NowOrAsOf } from "@/lib/domain/base/as-of";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { OPEN_STAGES } from "@/lib/domain/pledge/stages";
import { asksForLess, atOnce, type TableView } from "@/lib/domain/exchange/table-view";
import { itemKey } from "@/lib/domain/history/snapshot-items";
import {
  itemGroups,
  itemPage,
  lackingIn,
  type SnapshotItemKey,
} from "@/lib/domain/history/snapshot-unresolved";
import { findChanges, findSpan } from "@/lib/db/past/span";
import { findPast, type Past } from "@/lib/db/past/snapshot";
import { inOneGeneration } from "@/lib/db/queries/unresolved/one-generation";
import { findParticipants } from "@/lib/db/queries/pledges/participants";
import { rememberedUntilChange } from "@/lib/db/queries/remembered";
import { findSettings, todayAt } from "@/lib/db/queries/log/settings";
import { countItems, countLacking, findItems, streamItems } from "@/lib/db/queries/unresolved/unresolved";
import { itemQuery } from "./filter";

export { inOneGeneration };

/**
 * Open items under a filter: figures, groups, and a page of items. counted, dormant and byClass follow the
 * filter too. Dormant items are grouped and listed only when their class is asked for. A limit of 0 returns
 * only the figures.
 */
export async function loadUnresolved(
  actor: Actor,
  requested: UnresolvedFilter,
  at: NowOrAsOf,
): Promise<Result<ComparedSummary>> {
  if (!mayReadRegister(actor)) return refuse("role");
  const filter = ofReader(actor, requested);
  const open = await openAt(at);
  const [groups, page] =
    filter.limit === 0
      ? [await open.groups(filter), NO_ITEMS]
      : await open.together(() => Promise.all([open.groups(filter), itemsOf(open, filter)]));
  const summary = { ...summaryOf(groups, filter.group, shown(filter).class), ...page };
  return filter.against === null ? ok(summary) : comparedWith(filter, filter.against.moment, summary, at);
}

export async function loadUnresolvedItems(
  actor: Actor,
  requested: UnresolvedFilter,
  at: NowOrAsOf,
): Promise<Result<Pick<UnresolvedSummary, "items" | "next">>> {
  if (!mayReadRegister(actor)) return refuse("role");
  const filter = ofReader(actor, requested);
  const page = await itemsOf(await openAt(at), filter);
  if (filter.against === null) return ok(page);
  const compared = await comparedWith(filter, filter.against.moment, page, at);
  return compared.ok ? ok({ items: compared.value.items, next: compared.value.next }) : compared;
}

/** All items of the view, streamed; each marked new or not if a comparison is asked for. */
export async function loadUnresolvedCsv(
  actor: Actor,
  wanted: UnresolvedFilter,
  at: NowOrAsOf,
): Promise<Result<TableView<UnresolvedRow>>> {
  if (!mayReadRegister(actor)) return refuse("role");
  const filter = ofReader(actor, wanted);
  const { timeZone, marking } = await findSettings();
  const { group: _group, after: _after, limit: _limit, ...narrowing } = filter;
  const of = { asOf: momentOf(at), marking, narrowed: asksForLess(narrowing) };
  const isNew = filter.against === null ? null : await newSince(filter, filter.against.moment, at);
  if (isNew && !isNew.ok) return isNew;
  const rows = isPast(at)
    ? atOnce(await itemsThen(filter, at))
    : await streamItems(filter, dayOf(at, timeZone));
  return ok({ ...of, rows: isNew === null ? rows : withChangeMarks(rows, isNew.value) });
}

async function itemsThen(filter: UnresolvedFilter, asOf: AsOf): Promise<UnresolvedRow[]> {
  const { snapshot, day } = await findPast(asOf);
  const all = { ...shown(filter), after: null, limit: Infinity };
  return itemPage(snapshot, all, day).map(({ row }) => row);
}

async function* withChangeMarks(
  batches: AsyncIterable<readonly UnresolvedRow[]>,
  isNew: ReadonlySet<string>,
): AsyncGenerator<UnresolvedRow[]> {
  for await (const rows of batches)
    yield rows.map((row) => ({ ...row, change: isNew.has(itemKey(row)) ? "new" : "open" }));
}

async function newSince(
  filter: UnresolvedFilter,
  since: NamedMoment,
  at: NowOrAsOf,
): Promise<Result<ReadonlySet<string>>> {
  const span = await findSpan({ since, until: null }, momentOf(at));
  if (!span.ok) return span;
  const changes = unresolvedChanges(await findChanges(span.value), shown(filter));
  return ok(new Set(changes.new.map(itemKey)));
}

/** The figures of the sentence at the top: over the whole register. */
export async function loadHeadline(actor: Actor, at: NowOrAsOf): Promise<Result<Headline>> {
  if (!mayReadRegister(actor)) return refuse("role");
  const open = await openAt(at);
  const [participants, lacking, groups] = await Promise.all([
    open.participants(),
    open.lacking(),
    open.groups(EVERYTHING),
  ]);
  return ok(headlineOf(participants, open.day, lacking, groups));
}

/** Marks each item as new or already open at that moment; resolved ones are listed separately. */
async function comparedWith<S extends Pick<UnresolvedSummary, "items">>(
  filter: UnresolvedFilter,
  moment: NamedMoment,
  summary: S,
  at: NowOrAsOf,
): Promise<Result<S & Pick<ComparedSummary, "against">>> {
  const span = await findSpan({ since: moment, until: null }, momentOf(at));
  if (!span.ok) return span;
  const changes = unresolvedChanges(await findChanges(span.value), shown(filter));
  const isNew = new Set(changes.new.map(itemKey));
  return ok({
    ...summary,
    items: summary.items.map((row) => ({ ...row, change: isNew.has(itemKey(row)) ? "new" : "open" })),
    against: {
      ...span.value.from,
      counts: { new: changes.new.length, resolved: changes.resolved.length, open: changes.open.length },
      resolved: changes.resolved.slice(0, Math.max(filter.limit, 0)),
    },
  });
}

const EVERYTHING: UnresolvedFilter = {
  group: "code",
  class: [],
  code: [],
  participant: [],
  priority: [],
  owner: [],
  since: null,
  against: null,
  after: null,
  limit: 0,
};

const NO_ITEMS = { items: [], next: null };

/** Open items, counted and listed: now, or as of a moment. */
interface Open {
  day: Day;
  groups: (filter: UnresolvedFilter) => Promise<CountedGroup[]>;
  page: (filter: UnresolvedFilter) => Promise<SnapshotItemKey[]>;
  lacking: () => Promise<{ pledges: number; lacking: number }>;
  participants: () => Promise<readonly Participant[]>;
  /** Runs several of these queries on one snapshot. */
  together: <T>(work: () => Promise<T>) => Promise<T>;
}

async function openAt(at: NowOrAsOf): Promise<Open> {
  return isPast(at) ? openThen(await findPast(at)) : openNow(await todayAt(at));
}

const openNow = (today: Day): Open => ({
  day: today,
  groups: (filter) => {
    const { after: _after, limit: _limit, ...narrowing } = filter;
    return rememberedUntilChange(`items ${today} ${JSON.stringify(narrowing)}`, () =>
      countItems(filter, today),
    );
  },
  page: (filter) =>
    rememberedUntilChange(`page of items ${today} ${JSON.stringify(filter)}`, () => findItems(filter, today)),
  lacking: () => rememberedUntilChange(`lacking ${today}`, () => countLacking(today, OPEN_STAGES)),
  participants: findParticipants,
  together: inOneGeneration,
});

const openThen = ({ snapshot, day }: Past): Open => ({
  day,
  groups: async (filter) => itemGroups(snapshot, filter, day),
  page: async (filter) => itemPage(snapshot, shown(filter), day),
  lacking: async () => lackingIn(snapshot, day),
  participants: async () => [...snapshot.participant.values()],
  together: (work) => work(),
});

async function itemsOf(
  open: Open,
  filter: UnresolvedFilter,
): Promise<Pick<UnresolvedSummary, "items" | "next">> {
  const found = await open.page(filter);
  const { items, next } = itemQuery.page(found, filter, found.length);
  return { items: items.map(({ row }) => row), next };
}
