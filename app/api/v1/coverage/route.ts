import { json } from "@/lib/http/answers";
import { methods, route } from "@/lib/http/route";
import { mayReadRegister } from "@/lib/domain/actor";
import { loadCoverage, loadCoverageSince } from "@/lib/coverage/queries";
import { parseCoverage } from "@/lib/coverage/schema";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(
    { may: mayReadRegister, query: parseCoverage },
    ({ actor, at, query: { since } }) =>
      since === null ? loadCoverage(actor, at) : loadCoverageSince(actor, since, at),
    json((coverage) => coverage),
  ),
});
