import { mayKeepRecords } from "@/lib/domain/people/actor";
import { created } from "@/lib/http/answers";
import { byIdPath } from "@/lib/http/paths";
import { sourceJson } from "@/lib/http/record-json";
import { methods, route } from "@/lib/http/route";
import { attachFile } from "@/lib/pledges/sources/commands";
import { fileInput } from "@/lib/pledges/sources/schema";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: route(
    { may: mayKeepRecords, path: byIdPath, body: fileInput },
    ({ actor, at, path, body }) => attachFile(actor, { id: path, ...body }, at),
    created(sourceJson, (source) => `/api/v1/sources/${source.id}`),
  ),
});
