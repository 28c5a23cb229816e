import { mayImport } from "@/lib/domain/import/import";
import { refuse } from "@/lib/domain/base/refusal";
import { json, put } from "@/lib/http/answers";
import { importJson } from "@/lib/http/import-json";
import { listJson } from "@/lib/http/record-json";
import { methods, route } from "@/lib/http/route";
import { uploadFile } from "@/lib/imports/commands";
import { loadImports } from "@/lib/imports/queries";
import { IMPORT_FILE_TYPES, parseImports, parseUpload } from "@/lib/imports/schema";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(
    { may: mayImport, query: parseImports },
    ({ actor, at, query }) => loadImports(actor, query, at),
    json(listJson(importJson)),
  ),
  POST: route(
    { may: mayImport, query: parseUpload, spool: IMPORT_FILE_TYPES },
    ({ actor, at, query, spooled }) =>
      spooled
        ? uploadFile(actor, { ...query, ...spooled, path: spooled.place }, at)
        : refuse("wrong-content-type"),
    put(importJson, ({ id }) => `/api/v1/imports/${id}`),
  ),
});
