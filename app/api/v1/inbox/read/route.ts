import { mayWatch } from "@/lib/domain/people/watch";
import { json } from "@/lib/http/answers";
import { markedJson } from "@/lib/http/inbox-json";
import { methods, route } from "@/lib/http/route";
import { markNotices } from "@/lib/inbox/inbox/commands";
import { markInput } from "@/lib/inbox/inbox/schema";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: route(
    { may: mayWatch, body: markInput },
    ({ actor, at, body }) => markNotices(actor, body, at),
    json(markedJson),
  ),
});
