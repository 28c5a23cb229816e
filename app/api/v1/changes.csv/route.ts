import { parseChangesFilter } from "@/lib/history/changes/filter";
import { loadChangesCsv } from "@/lib/history/changes/queries";
import { mayReadRegister } from "@/lib/domain/people/actor";
import { changeList } from "@/lib/domain/exchange/tables/change-list";
import { csv } from "@/lib/http/answers";
import { methods, route } from "@/lib/http/route";
import { changeSaid } from "@/lib/i18n/words/table-words";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(
    { may: mayReadRegister, query: parseChangesFilter, asOf: true, download: true },
    ({ actor, when, query }) => loadChangesCsv(actor, query, when),
    csv(changeList, changeSaid),
  ),
});
