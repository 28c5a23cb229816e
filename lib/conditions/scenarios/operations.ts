import { created, one, wholeList } from "@/lib/api/answer";
import { operation } from "@/lib/api/operation";
import { byId } from "@/lib/api/params";
import {
  presentPreview,
  presentScenarioSheet,
  scenario,
  scenarioPreview,
  scenarioRow,
  scenarioSheet,
} from "@/lib/conditions/scenarios/answers";
import { changeScenario, makeScenario } from "@/lib/conditions/scenarios/commands";
import { parseScenarioFilter, scenarioParameters } from "@/lib/conditions/scenarios/filter";
import { loadScenario, loadScenarios, previewScenario } from "@/lib/conditions/scenarios/queries";
import { previewInput, scenarioChanges, scenarioInput } from "@/lib/conditions/scenarios/schema";
import { mayDecide, mayReadRegister } from "@/lib/domain/people/actor";

export const scenarioOperations = [
  operation({
    method: "GET",
    path: "/scenarios",
    summary: "Scenarios, the newest first",
    may: mayReadRegister,
    query: scenarioParameters,
    filter: parseScenarioFilter,
    answer: wholeList(scenarioRow),
    run: ({ actor, query }) => loadScenarios(actor, query),
  }),
  operation({
    method: "POST",
    path: "/scenarios",
    summary: "Keep a scenario with what comes of it",
    may: mayDecide,
    body: scenarioInput,
    answer: created(scenario, ({ id }) => `/api/v1/scenarios/${id}`),
    run: ({ actor, at, body }) => makeScenario(actor, body, at),
  }),
  operation({
    method: "POST",
    path: "/scenarios/preview",
    summary: "What would come of it; nothing is kept",
    may: mayDecide,
    body: previewInput,
    answer: one(scenarioPreview, presentPreview),
    run: ({ actor, at, body }) => previewScenario(actor, body, at),
  }),
  operation({
    method: "GET",
    path: "/scenarios/{id}",
    summary: "One scenario, with what comes of it",
    may: mayReadRegister,
    params: byId,
    answer: one(scenarioSheet, presentScenarioSheet),
    run: ({ actor, path }) => loadScenario(actor, path),
  }),
  operation({
    method: "PATCH",
    path: "/scenarios/{id}",
    summary: "Rename or withdraw a scenario",
    may: mayDecide,
    params: byId,
    version: "required",
    body: scenarioChanges,
    answer: one(scenario),
    run: ({ actor, path, version, body }) =>
      changeScenario(actor, { id: path, ifMatch: version, changes: body }),
  }),
];
