import { mayImport } from "@/lib/domain/import/import";
import { accepted, json } from "@/lib/http/answers";
import { importJson, mappingJson } from "@/lib/http/import-json";
import { byIdPath } from "@/lib/http/paths";
import { methods, route } from "@/lib/http/route";
import { mapColumns } from "@/lib/imports/commands";
import { loadMapping } from "@/lib/imports/queries";
import { mappingInput } from "@/lib/imports/schema";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(
    { may: mayImport, path: byIdPath },
    ({ actor, at, path }) => loadMapping(actor, path, at),
    json(mappingJson),
  ),
  PUT: route(
    { may: mayImport, path: byIdPath, body: mappingInput },
    ({ actor, at, path, body }) => mapColumns(actor, { id: path, ...body }, at),
    accepted(importJson, ({ id }) => `/api/v1/imports/${id}`),
  ),
});
