import { parseLogFilter } from "@/lib/history/audit/filter";
import { loadLog } from "@/lib/history/audit/queries";
import { mayReadLog } from "@/lib/domain/people/actor";
import { json } from "@/lib/http/answers";
import { logEntryJson } from "@/lib/http/log-json";
import { listJson } from "@/lib/http/record-json";
import { methods, route } from "@/lib/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(
    { may: mayReadLog, query: parseLogFilter },
    ({ actor, at, query }) => loadLog(actor, query, at),
    json(listJson(logEntryJson)),
  ),
});
