import { z } from "zod";
import { mayKeepPeople } from "@/lib/domain/people/actor";
import { record } from "@/lib/http/answers";
import { byIdPath } from "@/lib/http/paths";
import { personJson } from "@/lib/http/person-json";
import { methods, route } from "@/lib/http/route";
import { removeSecondFactor } from "@/lib/people/people/second-factor";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: route(
    { may: mayKeepPeople, path: byIdPath, body: z.strictObject({}), mayBeEmpty: true },
    ({ actor, path }) => removeSecondFactor(actor, { id: path }),
    record(personJson),
  ),
});
