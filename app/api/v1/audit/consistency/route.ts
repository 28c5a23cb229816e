import { loadConsistency } from "@/lib/trust/checkpoints/queries";
import { parseConsistency } from "@/lib/trust/checkpoints/schema";
import { mayReadLog } from "@/lib/domain/people/actor";
import { json } from "@/lib/http/answers";
import { consistencyJson } from "@/lib/http/checkpoint-json";
import { methods, route } from "@/lib/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(
    { may: mayReadLog, query: parseConsistency },
    ({ actor, query }) => loadConsistency(actor, query),
    json(consistencyJson),
  ),
});
