import { mayKeepRecords } from "@/lib/domain/people/actor";
import { record } from "@/lib/http/answers";
import { byIdPath } from "@/lib/http/paths";
import { proposalJson } from "@/lib/http/proposal-json";
import { methods, route } from "@/lib/http/route";
import { withdrawProposal } from "@/lib/review/proposals/commands";
import { withdrawInput } from "@/lib/review/proposals/schema";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: route(
    { may: mayKeepRecords, path: byIdPath, body: withdrawInput, mayBeEmpty: true },
    ({ actor, at, path }) => withdrawProposal(actor, { id: path }, at),
    record(proposalJson),
  ),
});
