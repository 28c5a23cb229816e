import { mayKeepRecords, mayReadRegister } from "@/lib/domain/people/actor";
import { record } from "@/lib/http/answers";
import { versionRequired } from "@/lib/http/conditions";
import { byReferencePath } from "@/lib/http/paths";
import { pledgeJson } from "@/lib/http/pledge-json";
import { outcome } from "@/lib/http/proposal-json";
import { methods, route } from "@/lib/http/route";
import { changePledge } from "@/lib/pledges/pledges/commands";
import { loadPledge } from "@/lib/pledges/pledges/queries";
import { pledgeChanges } from "@/lib/pledges/pledges/schema";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(
    { may: mayReadRegister, path: byReferencePath, asOf: true },
    ({ actor, when, path }) => loadPledge(actor, path, when),
    record(pledgeJson),
  ),
  PATCH: route(
    { may: mayKeepRecords, path: byReferencePath, version: versionRequired, body: pledgeChanges },
    ({ actor, at, path, version, body: { reason, ...changes } }) =>
      changePledge(actor, { reference: path, ifMatch: version, changes, reason }, at),
    outcome(record(pledgeJson)),
  ),
});
