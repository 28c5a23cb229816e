import { mayReadRegister } from "@/lib/domain/people/actor";
import { unresolvedItems } from "@/lib/domain/exchange/tables/derived";
import { csv } from "@/lib/http/answers";
import { methods, route } from "@/lib/http/route";
import { itemSaid } from "@/lib/i18n/words/table-words";
import { loadUnresolvedCsv } from "@/lib/unresolved/unresolved/queries";
import { parseUnresolvedFilter } from "@/lib/unresolved/unresolved/schema";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(
    { may: mayReadRegister, query: parseUnresolvedFilter, asOf: true, download: true },
    ({ actor, when, query }) => loadUnresolvedCsv(actor, query, when),
    csv(unresolvedItems, itemSaid),
  ),
});
