import { mayKeepPeople } from "@/lib/domain/people/actor";
import { ok } from "@/lib/domain/base/result";
import { record } from "@/lib/http/answers";
import { versionRequired } from "@/lib/http/conditions";
import { byCode } from "@/lib/http/paths";
import { participantJson } from "@/lib/http/record-json";
import { methods, route } from "@/lib/http/route";
import { changeParticipant } from "@/lib/people/participants/commands";
import { loadParticipant } from "@/lib/people/participants/queries";
import { participantChanges } from "@/lib/people/participants/schema";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(
    { path: byCode, asOf: true },
    ({ actor, when, path }) => loadParticipant(actor, path, when),
    record(participantJson),
  ),
  PATCH: route(
    { may: mayKeepPeople, path: byCode, version: versionRequired, body: participantChanges },
    async ({ actor, at, path, version, body }) => {
      const changed = await changeParticipant(actor, { code: path, ifMatch: version, changes: body }, at);
      // A user who may change participants may not read their pledges.
      return changed.ok ? ok({ ...changed.value, cells: [], pledges: 0, unresolved: 0 }) : changed;
    },
    record(participantJson),
  ),
});
