import { isDay } from "@/lib/domain/base/day";
import { isId } from "@/lib/domain/base/id";
import { OWNERSHIPS, type Source, type SourceFilter } from "@/lib/domain/pledge/source";
import { listQuery, type FiltersOf } from "@/lib/schema/listed";
import { listParameter, words } from "@/lib/schema/parameters";

/** Newest first; those without a date last. */
export const sourceQuery = listQuery({
  filters: {
    q: words,
    ownership: listParameter(OWNERSHIPS),
  } satisfies FiltersOf<SourceFilter>,
  order: "-publishedOn",
  keyOf: ({ publishedOn, id }: Pick<Source, "publishedOn" | "id">) => [publishedOn ?? "-infinity", id],
  isKey: ([on = "", id = "", ...rest]) => rest.length === 0 && (on === "-infinity" || isDay(on)) && isId(id),
});
