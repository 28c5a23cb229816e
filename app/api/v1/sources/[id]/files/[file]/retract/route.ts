import { mayKeepRecords } from "@/lib/domain/people/actor";
import { record } from "@/lib/http/answers";
import { byFile } from "@/lib/http/paths";
import { sourceJson } from "@/lib/http/record-json";
import { methods, route } from "@/lib/http/route";
import { retractFile } from "@/lib/pledges/sources/commands";
import { fileRetraction } from "@/lib/pledges/sources/schema";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: route(
    { may: mayKeepRecords, path: byFile, body: fileRetraction },
    ({ actor, at, path, body }) => retractFile(actor, { ...path, ...body }, at),
    record(sourceJson),
  ),
});
