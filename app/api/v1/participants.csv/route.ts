import { participantList } from "@/lib/domain/exchange/tables/lists";
import { asItIs, csv } from "@/lib/http/answers";
import { methods, route } from "@/lib/http/route";
import { loadParticipantsCsv } from "@/lib/people/participants/queries";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(
    { asOf: true, download: true },
    ({ actor, when, query }) => loadParticipantsCsv(actor, query, when),
    csv(participantList, asItIs),
  ),
});
