import { mayExport } from "@/lib/domain/log/export";
import { askForExport } from "@/lib/exports/commands";
import { loadExports } from "@/lib/exports/queries";
import { exportInput, parseExportPage } from "@/lib/exports/schema";
import { accepted, json } from "@/lib/http/answers";
import { exportJson } from "@/lib/http/export-json";
import { parseView } from "@/lib/http/export-view";
import { listJson } from "@/lib/http/record-json";
import { methods, route } from "@/lib/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(
    { may: mayExport, query: parseExportPage },
    ({ actor, at, query }) => loadExports(actor, query, at),
    json(listJson(exportJson)),
  ),
  POST: route(
    { may: mayExport, body: exportInput },
    ({ actor, at, body: { what, filter, asOf, purpose } }) => {
      const view = parseView(what, filter);
      return view.ok ? askForExport(actor, { view: view.value, asOf, purpose }, at) : view;
    },
    accepted(exportJson, ({ id }) => `/api/v1/exports/${id}`),
  ),
});
