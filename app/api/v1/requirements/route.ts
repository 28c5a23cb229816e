import { mayDecide, mayReadRegister } from "@/lib/domain/people/actor";
import { created, json } from "@/lib/http/answers";
import { wholeJson } from "@/lib/http/record-json";
import { requirementRecordJson, requirementRowJson } from "@/lib/http/requirement-json";
import { methods, route } from "@/lib/http/route";
import { recordRequirement } from "@/lib/requirements/commands";
import { parseRequirementFilter } from "@/lib/requirements/filter";
import { loadRequirements } from "@/lib/requirements/queries";
import { requirementInput } from "@/lib/requirements/schema";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(
    { may: mayReadRegister, query: parseRequirementFilter, asOf: true },
    ({ actor, when, query }) => loadRequirements(actor, query, when),
    json(wholeJson(requirementRowJson)),
  ),
  POST: route(
    { may: mayDecide, body: requirementInput },
    ({ actor, at, body }) => recordRequirement(actor, body, at),
    created(requirementRecordJson, ({ reference }) => `/api/v1/requirements/${reference}`),
  ),
});
