import { mayWatch } from "@/lib/domain/people/watch";
import { json } from "@/lib/http/answers";
import { choicesJson } from "@/lib/http/inbox-json";
import { methods, route } from "@/lib/http/route";
import { changeChoices } from "@/lib/inbox/inbox/commands";
import { loadInboxChoices } from "@/lib/inbox/inbox/queries";
import { choiceChanges } from "@/lib/inbox/inbox/schema";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route({ may: mayWatch }, ({ actor, at }) => loadInboxChoices(actor, at), json(choicesJson)),
  POST: route(
    { may: mayWatch, body: choiceChanges },
    ({ actor, at, body }) => changeChoices(actor, body, at),
    json(choicesJson),
  ),
});
