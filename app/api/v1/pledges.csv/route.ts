import { mayReadRegister } from "@/lib/domain/people/actor";
import { pledgeList } from "@/lib/domain/exchange/tables/pledge-list";
import { asItIs, csv } from "@/lib/http/answers";
import { methods, route } from "@/lib/http/route";
import { parsePledgeFilter } from "@/lib/pledges/pledges/filter";
import { loadPledgesCsv } from "@/lib/pledges/pledges/queries";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(
    { may: mayReadRegister, query: parsePledgeFilter, asOf: true, download: true },
    ({ actor, when, query }) => loadPledgesCsv(actor, query, when),
    csv(pledgeList, asItIs),
  ),
});
