import { loadLogEntry } from "@/lib/history/audit/queries";
import { mayReadLog } from "@/lib/domain/people/actor";
import { json } from "@/lib/http/answers";
import { logSheetJson } from "@/lib/http/log-json";
import { bySeq } from "@/lib/http/paths";
import { methods, route } from "@/lib/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(
    { may: mayReadLog, path: bySeq },
    ({ actor, at, path }) => loadLogEntry(actor, Number(path), at),
    json(logSheetJson),
  ),
});
