import { mayReadRegister } from "@/lib/domain/people/actor";
import { sourceList } from "@/lib/domain/exchange/tables/lists";
import { asItIs, csv } from "@/lib/http/answers";
import { methods, route } from "@/lib/http/route";
import { parseSourceFilter } from "@/lib/pledges/sources/filter";
import { loadSourcesCsv } from "@/lib/pledges/sources/queries";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(
    { may: mayReadRegister, query: parseSourceFilter, asOf: true, download: true },
    ({ actor, when, query }) => loadSourcesCsv(actor, query, when),
    csv(sourceList, asItIs),
  ),
});
