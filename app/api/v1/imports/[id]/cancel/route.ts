import { mayImport } from "@/lib/domain/import/import";
import { json } from "@/lib/http/answers";
import { importJson } from "@/lib/http/import-json";
import { byIdPath } from "@/lib/http/paths";
import { methods, route } from "@/lib/http/route";
import { cancelImport } from "@/lib/imports/commands";
import { stopInput } from "@/lib/imports/schema";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: route(
    { may: mayImport, path: byIdPath, body: stopInput, mayBeEmpty: true },
    ({ actor, at, path, body }) => cancelImport(actor, { id: path, ...body }, at),
    json(importJson),
  ),
});
