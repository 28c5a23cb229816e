import { loadCycles } from "@/lib/conditions/deadlocks/queries";
import { mayReadRegister } from "@/lib/domain/people/actor";
import { json } from "@/lib/http/answers";
import { cyclesJson } from "@/lib/http/condition-json";
import { methods, route } from "@/lib/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(
    { may: mayReadRegister, asOf: true },
    ({ actor, when }) => loadCycles(actor, when),
    json(cyclesJson),
  ),
});
