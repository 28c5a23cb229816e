import { json, created } from "@/lib/http/answers";
import { handoverJson, wholeJson } from "@/lib/http/record-json";
import { methods, route } from "@/lib/http/route";
import { handOverDesk } from "@/lib/people/handovers/commands";
import { loadHandovers } from "@/lib/people/handovers/queries";
import { handoverInput, handoverParameters } from "@/lib/people/handovers/schema";
import { parseParameters } from "@/lib/schema/parameters";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(
    { query: (params) => parseParameters(handoverParameters, params) },
    ({ actor, at, query }) => loadHandovers(actor, query, at),
    json(wholeJson(handoverJson)),
  ),
  POST: route(
    { may: ({ role }) => role === "OFFICER" || role === "ADMIN", body: handoverInput },
    ({ actor, at, body }) => handOverDesk(actor, body, at),
    created(handoverJson, () => "/api/v1/handovers"),
  ),
});
