import { confirmDelivery } from "@/lib/pledges/deliveries/commands";
import { confirmationInput } from "@/lib/pledges/deliveries/schema";
import { mayKeepRecords } from "@/lib/domain/people/actor";
import { record } from "@/lib/http/answers";
import { byIdPath } from "@/lib/http/paths";
import { deliveryJson } from "@/lib/http/record-json";
import { methods, route } from "@/lib/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: route(
    { may: mayKeepRecords, path: byIdPath, body: confirmationInput },
    ({ actor, at, path, body }) => confirmDelivery(actor, { id: path, ...body }, at),
    record(deliveryJson),
  ),
});
