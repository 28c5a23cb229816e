import { json } from "@/lib/http/answers";
import { methods, route } from "@/lib/http/route";
import { mayReadRegister } from "@/lib/domain/actor";
import { loadCoverage } from "@/lib/coverage/queries";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(
    { may: mayReadRegister },
    ({ actor, at }) => loadCoverage(actor, at),
    json((coverage) => coverage),
  ),
});
