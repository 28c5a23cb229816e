import { changeApproval } from "@/lib/pledges/approvals/commands";
import { loadApproval } from "@/lib/pledges/approvals/queries";
import { approvalChanges } from "@/lib/pledges/approvals/schema";
import { mayKeepRecords, mayReadRegister } from "@/lib/domain/people/actor";
import { record } from "@/lib/http/answers";
import { versionRequired } from "@/lib/http/conditions";
import { byIdPath } from "@/lib/http/paths";
import { outcome } from "@/lib/http/proposal-json";
import { approvalJson } from "@/lib/http/record-json";
import { methods, route } from "@/lib/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(
    { may: mayReadRegister, path: byIdPath, asOf: true },
    ({ actor, when, path }) => loadApproval(actor, path, when),
    record(approvalJson),
  ),
  PATCH: route(
    { may: mayKeepRecords, path: byIdPath, version: versionRequired, body: approvalChanges },
    ({ actor, at, path, version, body: { reason, ...changes } }) =>
      changeApproval(actor, { id: path, ifMatch: version, changes, reason }, at),
    outcome(record(approvalJson)),
  ),
});
