import { z } from "zod";
import { mayExport } from "@/lib/domain/log/export";
import { cancelExport } from "@/lib/exports/commands";
import { json } from "@/lib/http/answers";
import { exportJson } from "@/lib/http/export-json";
import { byIdPath } from "@/lib/http/paths";
import { methods, route } from "@/lib/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: route(
    { may: mayExport, path: byIdPath, body: z.strictObject({}), mayBeEmpty: true },
    ({ actor, at, path }) => cancelExport(actor, path, at),
    json(exportJson),
  ),
});
