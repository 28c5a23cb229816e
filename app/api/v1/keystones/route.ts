import { mayReadRegister } from "@/lib/domain/people/actor";
import { json } from "@/lib/http/answers";
import { keystonesJson } from "@/lib/http/condition-json";
import { methods, route } from "@/lib/http/route";
import { parseKeystoneFilter } from "@/lib/conditions/keystones/filter";
import { loadKeystones } from "@/lib/conditions/keystones/queries";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(
    { may: mayReadRegister, query: parseKeystoneFilter, asOf: true },
    ({ actor, when, query }) => loadKeystones(actor, query, when),
    json(keystonesJson),
  ),
});
