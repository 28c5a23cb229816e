import { reportDelivery } from "@/lib/pledges/deliveries/commands";
import { deliveryInput } from "@/lib/pledges/deliveries/schema";
import { mayKeepRecords } from "@/lib/domain/people/actor";
import { created } from "@/lib/http/answers";
import { byReferencePath } from "@/lib/http/paths";
import { deliveryJson } from "@/lib/http/record-json";
import { methods, route } from "@/lib/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: route(
    { may: mayKeepRecords, path: byReferencePath, body: deliveryInput },
    ({ actor, at, path, body }) => reportDelivery(actor, { reference: path, ...body }, at),
    created(deliveryJson, (delivery) => `/api/v1/deliveries/${delivery.id}`),
  ),
});
