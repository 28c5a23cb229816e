import { STAGE_REFUSALS } from "@/lib/domain/pledge/stage";
import { list, one } from "@/lib/api/answer";
import { operation } from "@/lib/api/operation";
import { byId } from "@/lib/api/params";
import { presentProposal, proposal } from "@/lib/api/proposal";
import { mayDecide, mayKeepRecords, mayReadRegister } from "@/lib/domain/people/actor";
import { presentProposalRow, proposalRow } from "@/lib/review/proposals/answers";
import { decideProposal, withdrawProposal } from "@/lib/review/proposals/commands";
import { parseProposalFilter, proposalParameters } from "@/lib/review/proposals/filter";
import { loadProposal, loadProposals } from "@/lib/review/proposals/queries";
import { decisionInput, withdrawInput } from "@/lib/review/proposals/schema";

export const proposalOperations = [
  operation({
    method: "GET",
    path: "/proposals",
    summary: "Proposals, oldest first; without a status, those that wait",
    may: mayReadRegister,
    query: proposalParameters,
    filter: parseProposalFilter,
    answer: list(proposalRow, presentProposalRow),
    run: ({ actor, at, query }) => loadProposals(actor, query, at),
  }),
  operation({
    method: "GET",
    path: "/proposals/{id}",
    summary: "One proposal",
    may: mayReadRegister,
    params: byId,
    answer: one(proposalRow, presentProposalRow),
    run: ({ actor, at, path }) => loadProposal(actor, path, at),
  }),
  operation({
    method: "POST",
    path: "/proposals/{id}/decision",
    summary: "Approve a proposal or send it back",
    may: mayDecide,
    params: byId,
    body: decisionInput,
    proof: () => true,
    answer: one(proposal, presentProposal),
    refuses: ["own-proposal", "proposal-closed", "version", ...STAGE_REFUSALS],
    run: ({ actor, at, path, body }) => decideProposal(actor, { id: path, ...body }, at),
  }),
  operation({
    method: "POST",
    path: "/proposals/{id}/withdraw",
    summary: "Withdraw one's own proposal",
    may: mayKeepRecords,
    params: byId,
    body: withdrawInput,
    mayBeEmpty: true,
    answer: one(proposal, presentProposal),
    refuses: ["proposal-closed"],
    run: ({ actor, at, path }) => withdrawProposal(actor, { id: path }, at),
  }),
];
