import { mayDecide } from "@/lib/domain/people/actor";
import { json } from "@/lib/http/answers";
import { methods, route } from "@/lib/http/route";
import { previewJson } from "@/lib/http/scenario-json";
import { previewScenario } from "@/lib/conditions/scenarios/queries";
import { previewInput } from "@/lib/conditions/scenarios/schema";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: route(
    { may: mayDecide, body: previewInput },
    ({ actor, at, body }) => previewScenario(actor, body, at),
    json(previewJson),
  ),
});
