import "server-only";
import type { Actor } from "@/lib/domain/actor";
import type { SourceRow, SourceSheet } from "@/lib/domain/citation";
import { cursorOf } from "@/lib/domain/cursor";
import type { Instant } from "@/lib/domain/day";
import { isId } from "@/lib/domain/id";
import { listed, type Listed, type SourceFilter } from "@/lib/domain/listing";
import { refuse } from "@/lib/domain/refusal";
import { ok, type Result } from "@/lib/domain/result";
import { asksForLess, type TableView } from "@/lib/domain/table-view";
import { findSettings } from "@/lib/db/read/settings";
import {
  countCiting,
  countSources,
  findCitations,
  findSource,
  findSources,
  streamSources,
} from "@/lib/db/read/sources";
import { reachesRegister } from "@/lib/db/reach";
import { SOURCE_ORDER } from "./filter";

export async function loadSources(
  actor: Actor,
  filter: SourceFilter,
  _at: Instant,
): Promise<Result<Listed<SourceRow>>> {
  if (!reachesRegister(actor)) return refuse("role");
  const [found, total] = await Promise.all([findSources(filter), countSources(filter)]);
  const page = listed(found, filter.limit, total, ({ publishedOn, id }) =>
    cursorOf(SOURCE_ORDER, [publishedOn ?? "-infinity", id]),
  );
  const citing = await countCiting(page.items.map(({ id }) => id));
  return ok({
    ...page,
    items: page.items.map((source) => ({ ...source, pledges: citing.get(source.id) ?? 0 })),
  });
}

/** All of the view, as they come. */
export async function loadSourcesCsv(
  actor: Actor,
  filter: SourceFilter,
  at: Instant,
): Promise<Result<TableView<SourceRow>>> {
  if (!reachesRegister(actor)) return refuse("role");
  const { marking } = await findSettings();
  const { after: _after, limit: _limit, ...asked } = filter;
  return ok({ rows: await streamSources(filter), asOf: at, marking, narrowed: asksForLess(asked) });
}

export async function loadSource(actor: Actor, id: string, _at: Instant): Promise<Result<SourceSheet>> {
  if (!reachesRegister(actor)) return refuse("role");
  if (!isId(id)) return refuse("not-found");
  const [source, evidence] = await Promise.all([findSource(id), findCitations(id)]);
  if (source === null) return refuse("not-found");
  return ok({ ...source, pledges: new Set(evidence.map(({ pledge }) => pledge)).size, evidence });
}
