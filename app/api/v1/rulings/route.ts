import { mayDecide, mayReadRegister } from "@/lib/domain/people/actor";
import { created, json } from "@/lib/http/answers";
import { listJson } from "@/lib/http/record-json";
import { methods, route } from "@/lib/http/route";
import { rulingRowJson } from "@/lib/http/ruling-json";
import { makeRuling } from "@/lib/review/rulings/commands";
import { parseRulingFilter } from "@/lib/review/rulings/filter";
import { loadRulings } from "@/lib/review/rulings/queries";
import { rulingInput } from "@/lib/review/rulings/schema";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(
    { may: mayReadRegister, query: parseRulingFilter },
    ({ actor, at, query }) => loadRulings(actor, query, at),
    json(listJson(rulingRowJson)),
  ),
  POST: route(
    { may: mayDecide, body: rulingInput },
    ({ actor, at, body }) => makeRuling(actor, body, at),
    created(rulingRowJson, ({ pledge }) => `/api/v1/rulings?pledge=${pledge}`),
  ),
});
