import { loadDelivery } from "@/lib/pledges/deliveries/queries";
import { mayReadRegister } from "@/lib/domain/people/actor";
import { record } from "@/lib/http/answers";
import { byIdPath } from "@/lib/http/paths";
import { deliveryJson } from "@/lib/http/record-json";
import { methods, route } from "@/lib/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(
    { may: mayReadRegister, path: byIdPath },
    ({ actor, at, path }) => loadDelivery(actor, path, at),
    record(deliveryJson),
  ),
});
