import { ok } from "@/lib/domain/base/result";
import { json } from "@/lib/http/answers";
import { definitionsJson } from "@/lib/http/definitions-json";
import { methods, route } from "@/lib/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route({}, () => ok(null), json(definitionsJson)),
});
