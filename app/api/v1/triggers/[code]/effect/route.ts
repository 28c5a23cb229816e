import { parseEffect } from "@/lib/conditions/conditions/filter";
import { loadEffect } from "@/lib/conditions/conditions/queries";
import { mayReadRegister } from "@/lib/domain/people/actor";
import { json } from "@/lib/http/answers";
import { effectJson } from "@/lib/http/condition-json";
import { byTrigger } from "@/lib/http/paths";
import { methods, route } from "@/lib/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(
    { may: mayReadRegister, path: byTrigger, query: parseEffect },
    ({ actor, at, path, query }) => loadEffect(actor, path, query, at),
    json(effectJson),
  ),
});
