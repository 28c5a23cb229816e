import { mayReadRegister } from "@/lib/domain/people/actor";
import { json } from "@/lib/http/answers";
import { byReferencePath } from "@/lib/http/paths";
import { historyJson } from "@/lib/http/pledge-json";
import { methods, route } from "@/lib/http/route";
import { parseHistoryFilter } from "@/lib/pledges/pledges/filter";
import { loadHistory } from "@/lib/pledges/pledges/queries";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(
    { may: mayReadRegister, path: byReferencePath, query: parseHistoryFilter, asOf: true },
    ({ actor, when, path, query }) => loadHistory(actor, path, query, when),
    json(historyJson),
  ),
});
