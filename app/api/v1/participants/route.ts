import { json } from "@/lib/http/answers";
import { participantJson, wholeJson } from "@/lib/http/record-json";
import { methods, route } from "@/lib/http/route";
import { loadParticipants } from "@/lib/people/participants/queries";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(
    { asOf: true },
    ({ actor, when }) => loadParticipants(actor, when),
    json(wholeJson(participantJson)),
  ),
});
