import { mayDecide } from "@/lib/domain/people/actor";
import { record } from "@/lib/http/answers";
import { byIdPath } from "@/lib/http/paths";
import { proposalJson } from "@/lib/http/proposal-json";
import { methods, route } from "@/lib/http/route";
import { decideProposal } from "@/lib/review/proposals/commands";
import { decisionInput } from "@/lib/review/proposals/schema";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: route(
    { may: mayDecide, path: byIdPath, body: decisionInput },
    ({ actor, at, path, body }) => decideProposal(actor, { id: path, ...body }, at),
    record(proposalJson),
  ),
});
