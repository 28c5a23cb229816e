import { mayReadLag } from "@/lib/domain/details/entry-lag";
import { parseLagFilter } from "@/lib/oversight/entry-lag/filter";
import { loadEntryLag } from "@/lib/oversight/entry-lag/queries";
import { json } from "@/lib/http/answers";
import { entryLagJson } from "@/lib/http/entry-lag-json";
import { methods, route } from "@/lib/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(
    { may: mayReadLag, query: parseLagFilter },
    ({ actor, at, query }) => loadEntryLag(actor, query, at),
    json(entryLagJson),
  ),
});
