import { mayImport } from "@/lib/domain/import/import";
import { json } from "@/lib/http/answers";
import { importRowJson } from "@/lib/http/import-json";
import { byRow } from "@/lib/http/paths";
import { methods, route } from "@/lib/http/route";
import { fixRow } from "@/lib/imports/commands";
import { cellsInput } from "@/lib/imports/schema";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  PATCH: route(
    { may: mayImport, path: byRow, body: cellsInput },
    ({ actor, at, path, body }) => fixRow(actor, { ...path, ...body }, at),
    json(importRowJson),
  ),
});
