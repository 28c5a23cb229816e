import { mayDecide, mayReadRegister } from "@/lib/domain/people/actor";
import { created, json } from "@/lib/http/answers";
import { triggerJson, wholeJson } from "@/lib/http/record-json";
import { methods, route } from "@/lib/http/route";
import { recordTrigger } from "@/lib/conditions/triggers/commands";
import { loadTriggers } from "@/lib/conditions/triggers/queries";
import { triggerInput } from "@/lib/conditions/triggers/schema";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(
    { may: mayReadRegister, asOf: true },
    ({ actor, when }) => loadTriggers(actor, when),
    json(wholeJson(triggerJson)),
  ),
  POST: route(
    { may: mayDecide, body: triggerInput },
    ({ actor, at, body }) => recordTrigger(actor, body, at),
    created(triggerJson, ({ code }) => `/api/v1/triggers/${code}`),
  ),
});
