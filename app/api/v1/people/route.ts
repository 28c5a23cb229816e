import { mayKeepPeople, mayReadPeople } from "@/lib/domain/people/actor";
import { created, json } from "@/lib/http/answers";
import { knownPersonJson, personWithLinkJson } from "@/lib/http/person-json";
import { listJson } from "@/lib/http/record-json";
import { methods, route } from "@/lib/http/route";
import { createPerson } from "@/lib/people/people/commands";
import { parsePeopleFilter } from "@/lib/people/people/filter";
import { loadPeople } from "@/lib/people/people/queries";
import { personInput } from "@/lib/people/people/schema";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(
    { may: mayReadPeople, query: parsePeopleFilter },
    ({ actor, query }) => loadPeople(actor, query),
    json(listJson(knownPersonJson)),
  ),
  POST: route(
    { may: mayKeepPeople, body: personInput },
    ({ actor, at, body }) => createPerson(actor, body, at),
    created(personWithLinkJson, (person) => `/api/v1/people/${person.id}`),
  ),
});
