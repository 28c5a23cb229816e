import { mayReadRegister } from "@/lib/domain/people/actor";
import { json } from "@/lib/http/answers";
import { unresolvedJson } from "@/lib/http/record-json";
import { methods, route } from "@/lib/http/route";
import { loadUnresolved } from "@/lib/unresolved/unresolved/queries";
import { parseUnresolvedFilter } from "@/lib/unresolved/unresolved/schema";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(
    { may: mayReadRegister, query: parseUnresolvedFilter, asOf: true },
    ({ actor, when, query }) => loadUnresolved(actor, query, when),
    json(unresolvedJson),
  ),
});
