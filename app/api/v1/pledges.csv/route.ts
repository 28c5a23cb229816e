import { mayReadRegister } from "@/lib/domain/actor";
import { csv } from "@/lib/http/answers";
import { methods, route } from "@/lib/http/route";
import { parsePledgeFilter } from "@/lib/pledges/filter";
import { loadPledgesCsv } from "@/lib/pledges/queries";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(
    { may: mayReadRegister, query: parsePledgeFilter, download: true },
    ({ actor, at, query }) => loadPledgesCsv(actor, query, at),
    csv("pledges"),
  ),
});
