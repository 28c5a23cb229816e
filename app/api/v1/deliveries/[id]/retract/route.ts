import { retractDelivery } from "@/lib/pledges/deliveries/commands";
import { retractionInput } from "@/lib/pledges/deliveries/schema";
import { mayKeepRecords } from "@/lib/domain/people/actor";
import { record } from "@/lib/http/answers";
import { byIdPath } from "@/lib/http/paths";
import { deliveryJson } from "@/lib/http/record-json";
import { methods, route } from "@/lib/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: route(
    { may: mayKeepRecords, path: byIdPath, body: retractionInput },
    ({ actor, at, path, body }) => retractDelivery(actor, { id: path, ...body }, at),
    record(deliveryJson),
  ),
});
