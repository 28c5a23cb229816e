import "server-only";
import { type Actor, mayReadRegister } from "@/lib/domain/people/actor";
import type { SourceRow, SourceDetails } from "@/lib/domain/details/source-details";
import { isId } from "@/lib/domain/base/id";
import type { Listed } from "@/lib/domain/base/listing";
import type { SourceFilter, Source } from "@/lib/domain/pledge/source";
import { isPast, momentOf, type NowOrAsOf } from "@/lib/domain/base/as-of";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { asksForLess, atOnce, type TableView } from "@/lib/domain/exchange/table-view";
import { findRetracted } from "@/lib/db/jobs/files";
import { findSettings } from "@/lib/db/queries/log/settings";
import {
  countCiting,
  countSources,
  findCapturedText,
  findCitations,
  findSource,
  findSources,
  streamSources,
} from "@/lib/db/queries/pledges/sources";
import { sourcePage, sourcesMatching, sourceDetailsIn } from "@/lib/domain/history/snapshot-sources";
import { findPast } from "@/lib/db/past/snapshot";
import { sourceQuery } from "./filter";

export async function loadSources(
  actor: Actor,
  filter: SourceFilter,
  at: NowOrAsOf,
): Promise<Result<Listed<SourceRow>>> {
  if (!mayReadRegister(actor)) return refuse("role");
  if (isPast(at)) {
    const rows = sourcesMatching((await findPast(at)).snapshot, filter);
    return ok(sourceQuery.page(sourcePage(rows, filter), filter, rows.length));
  }
  const [found, total] = await Promise.all([findSources(filter), countSources(filter)]);
  const page = sourceQuery.page(found, filter, total);
  const citing = await countCiting(page.items.map(({ id }) => id));
  return ok({
    ...page,
    items: page.items.map((source) => ({ ...source, pledges: citing.get(source.id) ?? 0 })),
  });
}

/** The whole view, streamed. */
export async function loadSourcesCsv(
  actor: Actor,
  filter: SourceFilter,
  at: NowOrAsOf,
): Promise<Result<TableView<SourceRow>>> {
  if (!mayReadRegister(actor)) return refuse("role");
  const { marking } = await findSettings();
  const { after: _after, limit: _limit, ...narrowing } = filter;
  const rows = isPast(at)
    ? atOnce(sourcesMatching((await findPast(at)).snapshot, filter))
    : await streamSources(filter);
  return ok({ rows, asOf: momentOf(at), marking, narrowed: asksForLess(narrowing) });
}

export async function loadSource(actor: Actor, id: string, at: NowOrAsOf): Promise<Result<SourceDetails>> {
  if (!mayReadRegister(actor)) return refuse("role");
  if (!isId(id)) return refuse("not-found");
  if (isPast(at)) {
    const details = sourceDetailsIn((await findPast(at)).snapshot, id);
    return details
      ? ok({ ...details, text: await textOf(details), withheld: await withheldOf(details) })
      : refuse("not-found");
  }
  const [source, evidence] = await Promise.all([findSource(id), findCitations(id)]);
  if (source === null) return refuse("not-found");
  return ok({
    ...source,
    text: await textOf(source),
    withheld: await withheldOf(source),
    pledges: new Set(evidence.map(({ pledge }) => pledge)).size,
    evidence,
  });
}

const withheldOf = ({ files = [] }: Pick<Source, "files">): Promise<string[]> =>
  findRetracted(files.map(({ id }) => id));

/** Found by hash, so a text as of a past moment is found the same way. */
const textOf = ({ captured }: Pick<Source, "captured">): Promise<string | null> =>
  captured === undefined ? Promise.resolve(null) : findCapturedText(captured);
