import { mayReadRegister } from "@/lib/domain/people/actor";
import { json } from "@/lib/http/answers";
import { methods, route } from "@/lib/http/route";
import { sampleJson } from "@/lib/http/sample-json";
import { parseSample } from "@/lib/trust/sample/filter";
import { loadSample } from "@/lib/trust/sample/queries";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(
    { may: mayReadRegister, query: parseSample },
    ({ actor, at, query }) => loadSample(actor, query, at),
    json(sampleJson),
  ),
});
