import { mayKeepRecords, mayReadRegister } from "@/lib/domain/people/actor";
import { created, json } from "@/lib/http/answers";
import { pledgeJson, pledgeRowJson } from "@/lib/http/pledge-json";
import { listJson } from "@/lib/http/record-json";
import { methods, route } from "@/lib/http/route";
import { logPledge } from "@/lib/pledges/pledges/commands";
import { parsePledgeFilter } from "@/lib/pledges/pledges/filter";
import { loadPledges } from "@/lib/pledges/pledges/queries";
import { pledgeInput } from "@/lib/pledges/pledges/schema";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(
    { may: mayReadRegister, query: parsePledgeFilter, asOf: true },
    ({ actor, when, query }) => loadPledges(actor, query, when),
    json(listJson(pledgeRowJson)),
  ),
  POST: route(
    { may: mayKeepRecords, body: pledgeInput },
    ({ actor, at, body }) => logPledge(actor, body, at),
    created(pledgeJson, (pledge) => `/api/v1/pledges/${pledge.reference}`),
  ),
});
