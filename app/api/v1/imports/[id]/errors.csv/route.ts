import { mayImport } from "@/lib/domain/import/import";
import { importErrors } from "@/lib/domain/exchange/tables/import-errors";
import { csv } from "@/lib/http/answers";
import { errorLine } from "@/lib/http/import-json";
import { byIdPath } from "@/lib/http/paths";
import { methods, route } from "@/lib/http/route";
import { loadErrorsCsv } from "@/lib/imports/queries";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(
    { may: mayImport, path: byIdPath, download: true },
    ({ actor, at, path }) => loadErrorsCsv(actor, path, at),
    csv(importErrors, errorLine),
  ),
});
