import { mayWatch } from "@/lib/domain/people/watch";
import { json } from "@/lib/http/answers";
import { watchJson, watchSetJson } from "@/lib/http/inbox-json";
import { wholeJson } from "@/lib/http/record-json";
import { methods, route } from "@/lib/http/route";
import { setWatch } from "@/lib/inbox/watches/commands";
import { loadWatches } from "@/lib/inbox/watches/queries";
import { watchInput } from "@/lib/inbox/watches/schema";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route({ may: mayWatch }, ({ actor, at }) => loadWatches(actor, at), json(wholeJson(watchJson))),
  POST: route(
    { may: mayWatch, body: watchInput },
    ({ actor, at, body }) => setWatch(actor, body, at),
    json(watchSetJson),
  ),
});
