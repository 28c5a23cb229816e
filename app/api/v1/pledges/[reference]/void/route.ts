import { mayKeepRecords } from "@/lib/domain/people/actor";
import { record } from "@/lib/http/answers";
import { versionGiven } from "@/lib/http/conditions";
import { byReferencePath } from "@/lib/http/paths";
import { pledgeJson } from "@/lib/http/pledge-json";
import { outcome } from "@/lib/http/proposal-json";
import { methods, route } from "@/lib/http/route";
import { voidPledge } from "@/lib/pledges/pledges/commands";
import { voidInput } from "@/lib/pledges/pledges/schema";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: route(
    { may: mayKeepRecords, path: byReferencePath, version: versionGiven, body: voidInput },
    ({ actor, at, path, version, body }) =>
      voidPledge(actor, { reference: path, ifMatch: version, ...body }, at),
    outcome(record(pledgeJson)),
  ),
});
