import { mayDecide, mayReadRegister } from "@/lib/domain/people/actor";
import { record } from "@/lib/http/answers";
import { versionRequired } from "@/lib/http/conditions";
import { byTrigger } from "@/lib/http/paths";
import { triggerJson } from "@/lib/http/record-json";
import { methods, route } from "@/lib/http/route";
import { triggerOutcome } from "@/lib/http/trigger-json";
import { changeTrigger } from "@/lib/conditions/triggers/commands";
import { loadTrigger } from "@/lib/conditions/triggers/queries";
import { triggerChanges } from "@/lib/conditions/triggers/schema";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(
    { may: mayReadRegister, path: byTrigger, asOf: true },
    ({ actor, when, path }) => loadTrigger(actor, path, when),
    record(triggerJson),
  ),
  PATCH: route(
    { may: mayDecide, path: byTrigger, version: versionRequired, body: triggerChanges },
    ({ actor, at, path, version, body }) =>
      changeTrigger(actor, { code: path, ifMatch: version, changes: body }, at),
    triggerOutcome(record(triggerJson)),
  ),
});
