import { mayReadRegister } from "@/lib/domain/people/actor";
import { json } from "@/lib/http/answers";
import { proposalRowJson } from "@/lib/http/proposal-json";
import { listJson } from "@/lib/http/record-json";
import { methods, route } from "@/lib/http/route";
import { parseProposalFilter } from "@/lib/review/proposals/filter";
import { loadProposals } from "@/lib/review/proposals/queries";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(
    { may: mayReadRegister, query: parseProposalFilter },
    ({ actor, at, query }) => loadProposals(actor, query, at),
    json(listJson(proposalRowJson)),
  ),
});
