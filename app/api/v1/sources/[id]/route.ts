import { mayReadRegister } from "@/lib/domain/people/actor";
import { record } from "@/lib/http/answers";
import { byIdPath } from "@/lib/http/paths";
import { sourceSheetJson } from "@/lib/http/record-json";
import { methods, route } from "@/lib/http/route";
import { loadSource } from "@/lib/pledges/sources/queries";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(
    { may: mayReadRegister, path: byIdPath, asOf: true },
    ({ actor, when, path }) => loadSource(actor, path, when),
    record(sourceSheetJson),
  ),
});
