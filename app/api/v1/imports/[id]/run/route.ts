import { mayImport } from "@/lib/domain/import/import";
import { accepted } from "@/lib/http/answers";
import { importJson } from "@/lib/http/import-json";
import { byIdPath } from "@/lib/http/paths";
import { methods, route } from "@/lib/http/route";
import { runImport } from "@/lib/imports/commands";
import { runInput } from "@/lib/imports/schema";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: route(
    { may: mayImport, path: byIdPath, body: runInput, mayBeEmpty: true },
    ({ actor, at, path, body }) => runImport(actor, { id: path, ...body }, at),
    accepted(importJson, ({ id }) => `/api/v1/imports/${id}`),
  ),
});
