import { parseChangesFilter } from "@/lib/history/changes/filter";
import { loadChanges } from "@/lib/history/changes/queries";
import { mayReadRegister } from "@/lib/domain/people/actor";
import { json } from "@/lib/http/answers";
import { changesJson } from "@/lib/http/changes-json";
import { methods, route } from "@/lib/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(
    { may: mayReadRegister, query: parseChangesFilter, asOf: true },
    ({ actor, when, query }) => loadChanges(actor, query, when),
    json(changesJson),
  ),
});
