import { record } from "@/lib/http/answers";
import { byCode } from "@/lib/http/paths";
import { participantJson } from "@/lib/http/record-json";
import { methods, route } from "@/lib/http/route";
import { loadParticipant } from "@/lib/participants/queries";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(
    { path: byCode },
    ({ actor, at, path }) => loadParticipant(actor, path, at),
    record(participantJson),
  ),
});
