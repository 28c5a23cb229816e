import { z } from "zod";
import { mayKeepPeople } from "@/lib/domain/people/actor";
import { record } from "@/lib/http/answers";
import { byIdPath } from "@/lib/http/paths";
import { personJson } from "@/lib/http/person-json";
import { methods, route } from "@/lib/http/route";
import { signOutPerson } from "@/lib/people/people/commands";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: route(
    { may: mayKeepPeople, path: byIdPath, body: z.strictObject({}), mayBeEmpty: true },
    ({ actor, at, path }) => signOutPerson(actor, { id: path }, at),
    record(personJson),
  ),
});
