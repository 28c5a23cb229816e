// Proposals about records and about accounts in one list: two capabilities decide on them.
import {
  decideAccountProposal,
  showLink,
  withdrawAccountProposal,
} from "@/lib/people/account-proposals/commands";
import { loadAccountProposal } from "@/lib/people/account-proposals/queries";
import { setPasswordLink } from "@/lib/people/people/answers";
import { STAGE_REFUSALS } from "@/lib/domain/pledge/stage";
import { refuse } from "@/lib/domain/base/refusal";
import { list, one } from "@/lib/api/answer";
import { anyone, operation } from "@/lib/api/operation";
import { byId } from "@/lib/api/params";
import { presentProposal, proposal } from "@/lib/api/proposal";
import {
  mayDecide,
  mayDecideSomething,
  mayKeepPeople,
  mayKeepRecords,
  mayProposeSomething,
  maySeeAccountProposals,
  type Actor,
} from "@/lib/domain/people/actor";
import { presentProposalRow, proposalRow } from "@/lib/review/proposals/answers";
import { decideProposal, withdrawProposal } from "@/lib/review/proposals/commands";
import { proposalQuery } from "@/lib/review/proposals/filter";
import { loadAnyProposal, loadAnyProposals } from "@/lib/review/proposals/queries";
import { decisionInput, withdrawInput } from "@/lib/review/proposals/schema";

export const proposalOperations = [
  operation({
    method: "GET",
    path: "/proposals",
    summary: "List proposals, oldest first; by default those that wait",
    may: anyone,
    query: proposalQuery.parameters,
    filter: proposalQuery.parse,
    answer: list(proposalRow, presentProposalRow),
    run: ({ actor, query }) => loadAnyProposals(actor, query),
  }),
  operation({
    method: "GET",
    path: "/proposals/{id}",
    summary: "Get a proposal",
    may: anyone,
    params: byId,
    answer: one(proposalRow, presentProposalRow),
    run: ({ actor, path }) => loadAnyProposal(actor, path),
  }),
  operation({
    method: "POST",
    path: "/proposals/{id}/decision",
    summary: "Approve a proposal or send it back",
    may: mayDecideSomething,
    params: byId,
    body: decisionInput,
    proof: () => true,
    answer: one(proposal, presentProposal),
    refuses: ["own-proposal", "held-back", "proposal-closed", "version", ...STAGE_REFUSALS],
    run: async ({ actor, path, body }) => {
      const decided = { id: path, ...body };
      if (await isOnAccount(actor, path)) return decideAccountProposal(actor, decided);
      return mayDecide(actor) ? decideProposal(actor, decided) : refuse("not-found");
    },
  }),
  operation({
    method: "POST",
    path: "/proposals/{id}/withdraw",
    summary: "Withdraw your own proposal",
    may: mayProposeSomething,
    params: byId,
    body: withdrawInput,
    mayBeEmpty: true,
    answer: one(proposal, presentProposal),
    refuses: ["proposal-closed"],
    run: async ({ actor, path }) => {
      if (await isOnAccount(actor, path)) return withdrawAccountProposal(actor, { id: path });
      return mayKeepRecords(actor) ? withdrawProposal(actor, { id: path }) : refuse("not-found");
    },
  }),
  operation({
    method: "POST",
    path: "/proposals/{id}/link",
    summary:
      "Get an approved link to set a password: shown once, to the proposer; to no one where mail is set up",
    may: mayKeepPeople,
    params: byId,
    body: withdrawInput,
    proof: () => true,
    mayBeEmpty: true,
    answer: one(setPasswordLink),
    refuses: ["already-there", "no-such-step"],
    run: ({ actor, path }) => showLink(actor, { id: path }),
  }),
];

/** Whether it is about an account, and this person may know of it. */
async function isOnAccount(actor: Actor, id: string): Promise<boolean> {
  return maySeeAccountProposals(actor) && (await loadAccountProposal(actor, id)).ok;
}
