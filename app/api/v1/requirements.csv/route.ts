import { mayReadRegister } from "@/lib/domain/people/actor";
import { requirementList } from "@/lib/domain/exchange/tables/lists";
import { asItIs, csv } from "@/lib/http/answers";
import { methods, route } from "@/lib/http/route";
import { parseRequirementFilter } from "@/lib/requirements/filter";
import { loadRequirementsCsv } from "@/lib/requirements/queries";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(
    { may: mayReadRegister, query: parseRequirementFilter, asOf: true, download: true },
    ({ actor, when, query }) => loadRequirementsCsv(actor, query, when),
    csv(requirementList, asItIs),
  ),
});
