import "server-only";
import type { Actor } from "@/lib/domain/actor";
import { cursorOf } from "@/lib/domain/cursor";
import { dayOf, type Day, type Instant } from "@/lib/domain/day";
import { unresolvedChanges, type ComparedSummary } from "@/lib/domain/changes";
import { headlineOf, summaryOf, type CountedGroup, type Headline } from "@/lib/domain/figures";
import { type UnresolvedFilter } from "@/lib/domain/listing";
import type { NamedMoment } from "@/lib/domain/moment";
import { refuse } from "@/lib/domain/refusal";
import { ok, type Result } from "@/lib/domain/result";
import { OPEN_STAGES } from "@/lib/domain/stages";
import type { UnresolvedRow, UnresolvedSummary } from "@/lib/domain/summary";
import { asksForLess, type TableView } from "@/lib/domain/table-view";
import { itemKey } from "@/lib/domain/world-items";
import { findChanges, findSpan } from "@/lib/db/past/span";
import { inOneWorld } from "@/lib/db/read/one-world";
import { findParticipants } from "@/lib/db/read/participants";
import { rememberedUntilChange } from "@/lib/db/read/remembered";
import { findSettings } from "@/lib/db/read/settings";
import { countItems, countLacking, findItems, shown, streamItems } from "@/lib/db/read/unresolved";
import { reachesRegister } from "@/lib/db/reach";
import { ITEM_ORDER } from "./schema";

export { inOneWorld };

/**
 * What is open under a filter: figures, groups, and a page of the items themselves. All of it is under the
 * filter: counted, dormant and byClass too. Dormant items are grouped and listed when their class is asked for.
 * A limit of 0 asks for the figures alone.
 */
export async function loadUnresolved(
  actor: Actor,
  filter: UnresolvedFilter,
  at: Instant,
): Promise<Result<ComparedSummary>> {
  if (!reachesRegister(actor)) return refuse("role");
  const today = await todayAt(at);
  const [groups, page] =
    filter.limit === 0
      ? [await groupsOf(filter, today), NO_ITEMS]
      : await inOneWorld(() => Promise.all([groupsOf(filter, today), itemsOf(filter, today)]));
  const summary = { ...summaryOf(groups, filter.group, shown(filter).class), ...page };
  return filter.against === null ? ok(summary) : comparedWith(filter, filter.against.moment, summary, at);
}

/** A page of items alone. */
export async function loadUnresolvedItems(
  actor: Actor,
  filter: UnresolvedFilter,
  at: Instant,
): Promise<Result<Pick<UnresolvedSummary, "items" | "next">>> {
  if (!reachesRegister(actor)) return refuse("role");
  const page = await itemsOf(filter, await todayAt(at));
  if (filter.against === null) return ok(page);
  const compared = await comparedWith(filter, filter.against.moment, page, at);
  return compared.ok ? ok({ items: compared.value.items, next: compared.value.next }) : compared;
}

/** All items of the view, as they come; each told apart where it is compared with a moment. */
export async function loadUnresolvedCsv(
  actor: Actor,
  filter: UnresolvedFilter,
  at: Instant,
): Promise<Result<TableView<UnresolvedRow>>> {
  if (!reachesRegister(actor)) return refuse("role");
  const { timeZone, marking } = await findSettings();
  const { group: _group, after: _after, limit: _limit, ...asked } = filter;
  const of = { asOf: at, marking, narrowed: asksForLess(asked) };
  const isNew = filter.against === null ? null : await newSince(filter, filter.against.moment, at);
  if (isNew && !isNew.ok) return isNew;
  const rows = await streamItems(filter, dayOf(at, timeZone));
  return ok({ ...of, rows: isNew === null ? rows : told(rows, isNew.value) });
}

async function* told(
  batches: AsyncIterable<UnresolvedRow[]>,
  isNew: ReadonlySet<string>,
): AsyncGenerator<UnresolvedRow[]> {
  for await (const rows of batches)
    yield rows.map((row) => ({ ...row, change: isNew.has(itemKey(row)) ? "new" : "open" }));
}

/** Keys of the items that came up since. */
async function newSince(
  filter: UnresolvedFilter,
  since: NamedMoment,
  at: Instant,
): Promise<Result<ReadonlySet<string>>> {
  const span = await findSpan({ since, until: null }, at);
  if (!span.ok) return span;
  const changes = unresolvedChanges(await findChanges(span.value), shown(filter));
  return ok(new Set(changes.new.map(itemKey)));
}

/** The figures of the sentence at the top: over the whole register. */
export async function loadHeadline(actor: Actor, at: Instant): Promise<Result<Headline>> {
  if (!reachesRegister(actor)) return refuse("role");
  const today = await todayAt(at);
  const [participants, open, groups] = await Promise.all([
    findParticipants(),
    rememberedUntilChange(`lacking ${today}`, () => countLacking(today, OPEN_STAGES)),
    groupsOf(EVERYTHING, today),
  ]);
  return ok(headlineOf(participants, open, groups));
}

/** Each item told apart by whether it held at that moment, too; what no longer holds stands apart. */
async function comparedWith<S extends Pick<UnresolvedSummary, "items">>(
  filter: UnresolvedFilter,
  moment: NamedMoment,
  summary: S,
  at: Instant,
): Promise<Result<S & Pick<ComparedSummary, "against">>> {
  const span = await findSpan({ since: moment, until: null }, at);
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

const todayAt = async (at: Instant): Promise<Day> => dayOf(at, (await findSettings()).timeZone);

function groupsOf(filter: UnresolvedFilter, today: Day): Promise<CountedGroup[]> {
  const { after: _after, limit: _limit, ...asked } = filter;
  return rememberedUntilChange(`items ${today} ${JSON.stringify(asked)}`, () => countItems(filter, today));
}

async function itemsOf(
  filter: UnresolvedFilter,
  today: Day,
): Promise<Pick<UnresolvedSummary, "items" | "next">> {
  const found = await findItems(filter, today);
  const page = found.slice(0, filter.limit);
  const last = page.at(-1);
  return {
    items: page.map(({ row }) => row),
    next: found.length > page.length && last ? cursorOf(ITEM_ORDER, last.key) : null,
  };
}
