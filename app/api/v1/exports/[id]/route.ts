import { mayExport } from "@/lib/domain/log/export";
import { loadExport } from "@/lib/exports/queries";
import { json } from "@/lib/http/answers";
import { exportJson } from "@/lib/http/export-json";
import { byIdPath } from "@/lib/http/paths";
import { methods, route } from "@/lib/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(
    { may: mayExport, path: byIdPath },
    ({ actor, at, path }) => loadExport(actor, path, at),
    json(exportJson),
  ),
});
