import { recordApproval } from "@/lib/pledges/approvals/commands";
import { parseApprovalFilter } from "@/lib/pledges/approvals/filter";
import { loadApprovals } from "@/lib/pledges/approvals/queries";
import { approvalInput } from "@/lib/pledges/approvals/schema";
import { mayKeepRecords, mayReadRegister } from "@/lib/domain/people/actor";
import { created, json } from "@/lib/http/answers";
import { outcome } from "@/lib/http/proposal-json";
import { approvalJson, listJson } from "@/lib/http/record-json";
import { methods, route } from "@/lib/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(
    { may: mayReadRegister, query: parseApprovalFilter, asOf: true },
    ({ actor, when, query }) => loadApprovals(actor, query, when),
    json(listJson(approvalJson)),
  ),
  POST: route(
    { may: mayKeepRecords, body: approvalInput },
    ({ actor, at, body }) => recordApproval(actor, body, at),
    outcome(created(approvalJson, (approval) => `/api/v1/approvals/${approval.id}`)),
  ),
});
