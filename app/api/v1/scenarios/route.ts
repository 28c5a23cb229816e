import { mayDecide, mayReadRegister } from "@/lib/domain/people/actor";
import { created, json } from "@/lib/http/answers";
import { wholeJson } from "@/lib/http/record-json";
import { methods, route } from "@/lib/http/route";
import { scenarioRecordJson, scenarioRowJson } from "@/lib/http/scenario-json";
import { makeScenario } from "@/lib/conditions/scenarios/commands";
import { parseScenarioFilter } from "@/lib/conditions/scenarios/filter";
import { loadScenarios } from "@/lib/conditions/scenarios/queries";
import { scenarioInput } from "@/lib/conditions/scenarios/schema";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(
    { may: mayReadRegister, query: parseScenarioFilter },
    ({ actor, at, query }) => loadScenarios(actor, query, at),
    json(wholeJson(scenarioRowJson)),
  ),
  POST: route(
    { may: mayDecide, body: scenarioInput },
    ({ actor, at, body }) => makeScenario(actor, body, at),
    created(scenarioRecordJson, ({ id }) => `/api/v1/scenarios/${id}`),
  ),
});
