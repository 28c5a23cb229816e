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
    summary: "List scenarios, newest first",
    may: mayReadRegister,
    query: scenarioParameters,
    filter: parseScenarioFilter,
    answer: wholeList(scenarioRow),
    run: ({ actor, query }) => loadScenarios(actor, query),
  }),
  operation({
    method: "POST",
    path: "/scenarios",
    summary: "Save a scenario with its result",
    may: mayDecide,
    body: scenarioInput,
    answer: created(scenario, ({ id }) => `/api/v1/scenarios/${id}`),
    run: ({ actor, at, body }) => makeScenario(actor, body, at),
  }),
  operation({
    method: "POST",
    path: "/scenarios/preview",
    summary: "Preview the result of a scenario; nothing is saved",
    may: mayDecide,
    body: previewInput,
    answer: one(scenarioPreview, presentPreview),
    run: ({ actor, at, body }) => previewScenario(actor, body, at),
  }),
  operation({
    method: "GET",
    path: "/scenarios/{id}",
    summary: "Get a scenario with its result",
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
