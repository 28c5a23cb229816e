import { ok } from "@/lib/domain/base/result";
import { json } from "@/lib/http/answers";
import { meJson } from "@/lib/http/person-json";
import { methods, route } from "@/lib/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route({}, ({ actor }) => Promise.resolve(ok(actor)), json(meJson)),
});
