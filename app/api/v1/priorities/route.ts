import { PRIORITIES } from "@/lib/domain/base/priority";
import { ok } from "@/lib/domain/base/result";
import { json } from "@/lib/http/answers";
import { priorityJson } from "@/lib/http/definitions-json";
import { wholeJson } from "@/lib/http/record-json";
import { methods, route } from "@/lib/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route({}, () => ok(PRIORITIES), json(wholeJson(priorityJson))),
});
