import { nameBaseline } from "@/lib/history/baselines/commands";
import { loadBaselines } from "@/lib/history/baselines/queries";
import { baselineInput } from "@/lib/history/baselines/schema";
import { mayDecide, mayReadRegister } from "@/lib/domain/people/actor";
import { created, json } from "@/lib/http/answers";
import { baselineJson, wholeJson } from "@/lib/http/record-json";
import { methods, route } from "@/lib/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(
    { may: mayReadRegister, asOf: true },
    ({ actor, when }) => loadBaselines(actor, when),
    json(wholeJson(baselineJson)),
  ),
  POST: route(
    { may: mayDecide, body: baselineInput },
    ({ actor, at, body }) => nameBaseline(actor, body, at),
    created(baselineJson, ({ id }) => `/api/v1/changes?since=${id}`),
  ),
});
