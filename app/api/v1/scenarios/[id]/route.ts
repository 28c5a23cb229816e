import { mayDecide, mayReadRegister } from "@/lib/domain/people/actor";
import { record } from "@/lib/http/answers";
import { versionRequired } from "@/lib/http/conditions";
import { byIdPath } from "@/lib/http/paths";
import { methods, route } from "@/lib/http/route";
import { scenarioRecordJson, scenarioSheetJson } from "@/lib/http/scenario-json";
import { changeScenario } from "@/lib/conditions/scenarios/commands";
import { loadScenario } from "@/lib/conditions/scenarios/queries";
import { scenarioChanges } from "@/lib/conditions/scenarios/schema";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(
    { may: mayReadRegister, path: byIdPath },
    ({ actor, at, path }) => loadScenario(actor, path, at),
    record(scenarioSheetJson),
  ),
  PATCH: route(
    { may: mayDecide, path: byIdPath, version: versionRequired, body: scenarioChanges },
    ({ actor, at, path, version, body }) =>
      changeScenario(actor, { id: path, ifMatch: version, changes: body }, at),
    record(scenarioRecordJson),
  ),
});
