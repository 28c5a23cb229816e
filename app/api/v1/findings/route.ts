import { mayReadRegister } from "@/lib/domain/people/actor";
import { mayNoteFindings } from "@/lib/domain/oversight/finding";
import { noteFinding } from "@/lib/oversight/findings/commands";
import { parseFindingFilter } from "@/lib/oversight/findings/filter";
import { loadFindings } from "@/lib/oversight/findings/queries";
import { findingInput } from "@/lib/oversight/findings/schema";
import { created, json } from "@/lib/http/answers";
import { findingRecordJson, findingRowJson } from "@/lib/http/finding-json";
import { listJson } from "@/lib/http/record-json";
import { methods, route } from "@/lib/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(
    { may: mayReadRegister, query: parseFindingFilter },
    ({ actor, at, query }) => loadFindings(actor, query, at),
    json(listJson(findingRowJson)),
  ),
  POST: route(
    { may: mayNoteFindings, body: findingInput },
    ({ actor, at, body }) => noteFinding(actor, body, at),
    created(findingRecordJson, ({ reference }) => `/api/v1/findings/${reference}`),
  ),
});
