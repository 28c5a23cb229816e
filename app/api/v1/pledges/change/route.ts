import { mayKeepRecords } from "@/lib/domain/people/actor";
import { json } from "@/lib/http/answers";
import { outcomesJson } from "@/lib/http/many-json";
import { methods, route } from "@/lib/http/route";
import { changePledges } from "@/lib/pledges/pledges/change-many";
import { changeManyInput } from "@/lib/pledges/pledges/schema";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: route(
    { may: mayKeepRecords, body: changeManyInput },
    ({ actor, at, body }) => changePledges(actor, body, at),
    json(outcomesJson),
  ),
});
