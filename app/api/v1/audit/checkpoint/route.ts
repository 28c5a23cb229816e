import { loadLogState } from "@/lib/trust/checkpoints/queries";

import { mayReadLog } from "@/lib/domain/people/actor";
import { json } from "@/lib/http/answers";
import { logStateJson } from "@/lib/http/checkpoint-json";
import { methods, route } from "@/lib/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route({ may: mayReadLog }, ({ actor }) => loadLogState(actor), json(logStateJson)),
});
