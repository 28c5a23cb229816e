import { z } from "zod";
import { mayImport } from "@/lib/domain/import";
import { json } from "@/lib/http/answers";
import { importJson } from "@/lib/http/import-json";
import { byId } from "@/lib/http/paths";
import { methods, route } from "@/lib/http/route";
import { cancelImport } from "@/lib/imports/commands";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: route(
    { may: mayImport, path: byId, body: z.strictObject({}), mayBeEmpty: true },
    ({ actor, at, path }) => cancelImport(actor, path, at),
    json(importJson),
  ),
});
