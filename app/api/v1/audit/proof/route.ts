import { loadProof } from "@/lib/trust/checkpoints/queries";
import { parseProof } from "@/lib/trust/checkpoints/schema";
import { mayReadLog } from "@/lib/domain/people/actor";
import { json } from "@/lib/http/answers";
import { proofJson } from "@/lib/http/checkpoint-json";
import { methods, route } from "@/lib/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(
    { may: mayReadLog, query: parseProof },
    ({ actor, query }) => loadProof(actor, query.seq),
    json(proofJson),
  ),
});
