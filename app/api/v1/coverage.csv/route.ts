import { loadCoverageCsv } from "@/lib/unresolved/coverage/queries";
import { parseCoverage } from "@/lib/unresolved/coverage/schema";
import { mayReadRegister } from "@/lib/domain/people/actor";
import { coverageTable } from "@/lib/domain/exchange/tables/derived";
import { asItIs, csv } from "@/lib/http/answers";
import { methods, route } from "@/lib/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(
    { may: mayReadRegister, query: parseCoverage, asOf: true, download: true },
    ({ actor, when, query }) => loadCoverageCsv(actor, query, when),
    csv(coverageTable, asItIs),
  ),
});
