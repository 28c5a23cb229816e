import { mayImport } from "@/lib/domain/import/import";
import { json } from "@/lib/http/answers";
import { importJson } from "@/lib/http/import-json";
import { byIdPath } from "@/lib/http/paths";
import { methods, route } from "@/lib/http/route";
import { loadImport } from "@/lib/imports/queries";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(
    { may: mayImport, path: byIdPath },
    ({ actor, at, path }) => loadImport(actor, path, at),
    json(importJson),
  ),
});
