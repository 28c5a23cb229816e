import { mayKeepRecords } from "@/lib/domain/people/actor";
import { json } from "@/lib/http/answers";
import { methods, route } from "@/lib/http/route";
import { confirmPledges } from "@/lib/pledges/pledges/commands";
import { confirmManyInput } from "@/lib/pledges/pledges/schema";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: route(
    { may: mayKeepRecords, body: confirmManyInput },
    ({ actor, at, body }) => confirmPledges(actor, body, at),
    json((items) => ({ items })),
  ),
});
