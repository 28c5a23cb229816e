import { mayKeepRecords } from "@/lib/domain/people/actor";
import { record } from "@/lib/http/answers";
import { byIdPath } from "@/lib/http/paths";
import { pledgeJson } from "@/lib/http/pledge-json";
import { methods, route } from "@/lib/http/route";
import { retractEvidence } from "@/lib/pledges/pledges/commands";
import { retractInput } from "@/lib/pledges/pledges/schema";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: route(
    { may: mayKeepRecords, path: byIdPath, body: retractInput },
    ({ actor, at, path, body }) => retractEvidence(actor, { id: path, ...body }, at),
    record(pledgeJson),
  ),
});
