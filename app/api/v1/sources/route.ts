import { mayKeepRecords, mayReadRegister } from "@/lib/domain/people/actor";
import { created, json } from "@/lib/http/answers";
import { listJson, sourceJson, sourceRowJson } from "@/lib/http/record-json";
import { methods, route } from "@/lib/http/route";
import { recordSource } from "@/lib/pledges/sources/commands";
import { parseSourceFilter } from "@/lib/pledges/sources/filter";
import { loadSources } from "@/lib/pledges/sources/queries";
import { sourceInput } from "@/lib/pledges/sources/schema";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(
    { may: mayReadRegister, query: parseSourceFilter, asOf: true },
    ({ actor, when, query }) => loadSources(actor, query, when),
    json(listJson(sourceRowJson)),
  ),
  POST: route(
    { may: mayKeepRecords, body: sourceInput },
    ({ actor, at, body }) => recordSource(actor, body, at),
    created(sourceJson, (source) => `/api/v1/sources/${source.id}`),
  ),
});
