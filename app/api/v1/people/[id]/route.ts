import { mayKeepPeople, mayReadPeople } from "@/lib/domain/people/actor";
import { record } from "@/lib/http/answers";
import { versionRequired } from "@/lib/http/conditions";
import { byIdPath } from "@/lib/http/paths";
import { knownPersonJson, personJson } from "@/lib/http/person-json";
import { methods, route } from "@/lib/http/route";
import { changePerson } from "@/lib/people/people/commands";
import { loadPerson } from "@/lib/people/people/queries";
import { personChanges } from "@/lib/people/people/schema";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(
    { may: mayReadPeople, path: byIdPath },
    ({ actor, path }) => loadPerson(actor, path),
    record(knownPersonJson),
  ),
  PATCH: route(
    { may: mayKeepPeople, path: byIdPath, version: versionRequired, body: personChanges },
    ({ actor, at, path, version, body }) =>
      changePerson(actor, { id: path, ifMatch: version, changes: body }, at),
    record(personJson),
  ),
});
