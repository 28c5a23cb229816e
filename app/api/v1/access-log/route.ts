import { parseAccessFilter } from "@/lib/oversight/access/filter";
import { loadAccessLog } from "@/lib/oversight/access/queries";
import { mayReadAccessLog } from "@/lib/domain/people/actor";
import { accessJson } from "@/lib/http/access-json";
import { json } from "@/lib/http/answers";
import { listJson } from "@/lib/http/record-json";
import { methods, route } from "@/lib/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(
    { may: mayReadAccessLog, query: parseAccessFilter },
    ({ actor, at, query }) => loadAccessLog(actor, query, at),
    json(listJson(accessJson)),
  ),
});
