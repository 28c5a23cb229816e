import { mayImport } from "@/lib/domain/import/import";
import { json } from "@/lib/http/answers";
import { importRowJson } from "@/lib/http/import-json";
import { byIdPath } from "@/lib/http/paths";
import { listJson } from "@/lib/http/record-json";
import { methods, route } from "@/lib/http/route";
import { loadRows } from "@/lib/imports/queries";
import { parseRows } from "@/lib/imports/schema";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(
    { may: mayImport, path: byIdPath, query: parseRows },
    ({ actor, at, path, query }) => loadRows(actor, { id: path, ...query }, at),
    json(listJson(importRowJson)),
  ),
});
