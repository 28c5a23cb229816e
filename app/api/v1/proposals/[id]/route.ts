import { mayReadRegister } from "@/lib/domain/people/actor";
import { record } from "@/lib/http/answers";
import { byIdPath } from "@/lib/http/paths";
import { proposalRowJson } from "@/lib/http/proposal-json";
import { methods, route } from "@/lib/http/route";
import { loadProposal } from "@/lib/review/proposals/queries";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(
    { may: mayReadRegister, path: byIdPath },
    ({ actor, at, path }) => loadProposal(actor, path, at),
    record(proposalRowJson),
  ),
});
