import "server-only";
import type { Actor } from "@/lib/domain/actor";
import type { SourceRow, SourceSheet } from "@/lib/domain/citation";
import { cursorOf } from "@/lib/domain/cursor";
import type { Instant } from "@/lib/domain/day";
import { isId } from "@/lib/domain/id";
import { listed, type Listed, type SourceFilter } from "@/lib/domain/listing";
import { refuse } from "@/lib/domain/refusal";
import { ok, type Result } from "@/lib/domain/result";
import { countCiting, countSources, findCitations, findSource, findSources } from "@/lib/db/read/sources";
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

export async function loadSource(actor: Actor, id: string, _at: Instant): Promise<Result<SourceSheet>> {
  if (!reachesRegister(actor)) return refuse("role");
  if (!isId(id)) return refuse("not-found");
  const [source, evidence] = await Promise.all([findSource(id), findCitations(id)]);
  if (source === null) return refuse("not-found");
  return ok({ ...source, pledges: new Set(evidence.map(({ pledge }) => pledge)).size, evidence });
}
