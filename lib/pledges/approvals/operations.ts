import { created, list, one } from "@/lib/api/answer";
import { operation } from "@/lib/api/operation";
import { byId } from "@/lib/api/params";
import { orProposed } from "@/lib/api/proposal";
import { mayKeepRecords, mayReadRegister } from "@/lib/domain/people/actor";
import { approval } from "@/lib/pledges/approvals/answers";
import { changeApproval, recordApproval } from "@/lib/pledges/approvals/commands";
import { approvalQuery } from "@/lib/pledges/approvals/filter";
import { loadApproval, loadApprovals } from "@/lib/pledges/approvals/queries";
import { approvalChanges, approvalInput } from "@/lib/pledges/approvals/schema";

export const approvalOperations = [
  operation({
    method: "GET",
    path: "/approvals",
    summary: "List national approvals",
    may: mayReadRegister,
    query: approvalQuery.parameters,
    filter: approvalQuery.parse,
    asOf: true,
    answer: list(approval),
    run: ({ actor, when, query }) => loadApprovals(actor, query, when),
  }),
  operation({
    method: "POST",
    path: "/approvals",
    summary: "Record an approval",
    may: mayKeepRecords,
    body: approvalInput,
    answer: orProposed(created(approval, (approval) => `/api/v1/approvals/${approval.id}`)),
    refuses: ["another-desk", "reason-missing"],
    run: ({ actor, body }) => recordApproval(actor, body),
  }),
  operation({
    method: "GET",
    path: "/approvals/{id}",
    summary: "Get an approval",
    may: mayReadRegister,
    params: byId,
    asOf: true,
    answer: one(approval),
    run: ({ actor, when, path }) => loadApproval(actor, path, when),
  }),
  operation({
    method: "PATCH",
    path: "/approvals/{id}",
    summary: "Change an approval",
    may: mayKeepRecords,
    params: byId,
    version: "required",
    body: approvalChanges,
    answer: orProposed(one(approval)),
    refuses: ["another-desk", "reason-missing", "proposal-open"],
    run: ({ actor, path, version, body: { reason, ...changes } }) =>
      changeApproval(actor, { id: path, ifMatch: version, changes, reason }),
  }),
];
