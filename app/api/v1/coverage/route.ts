import { json } from "@/lib/http/answers";
import { methods, route } from "@/lib/http/route";
import { mayReadRegister } from "@/lib/domain/people/actor";
import { loadCoverage, loadCoverageSince } from "@/lib/unresolved/coverage/queries";
import { parseCoverage } from "@/lib/unresolved/coverage/schema";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(
    { may: mayReadRegister, query: parseCoverage, asOf: true },
    ({ actor, when, query: { since } }) =>
      since === null ? loadCoverage(actor, when) : loadCoverageSince(actor, since, when),
    json((coverage) => coverage),
  ),
});
