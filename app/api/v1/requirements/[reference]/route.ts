import { mayDecide, mayReadRegister } from "@/lib/domain/people/actor";
import { record } from "@/lib/http/answers";
import { versionRequired } from "@/lib/http/conditions";
import { byRequirement } from "@/lib/http/paths";
import { requirementRecordJson, requirementSheetJson } from "@/lib/http/requirement-json";
import { methods, route } from "@/lib/http/route";
import { changeRequirement } from "@/lib/requirements/commands";
import { loadRequirement } from "@/lib/requirements/queries";
import { requirementChanges } from "@/lib/requirements/schema";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(
    { may: mayReadRegister, path: byRequirement, asOf: true },
    ({ actor, when, path }) => loadRequirement(actor, path, when),
    record(requirementSheetJson),
  ),
  PATCH: route(
    { may: mayDecide, path: byRequirement, version: versionRequired, body: requirementChanges },
    ({ actor, at, path, version, body }) =>
      changeRequirement(actor, { reference: path, ifMatch: version, changes: body }, at),
    record(requirementRecordJson),
  ),
});
