import { mayKeepRecords } from "@/lib/domain/people/actor";
import { created } from "@/lib/http/answers";
import { byReferencePath } from "@/lib/http/paths";
import { pledgeJson } from "@/lib/http/pledge-json";
import { methods, route } from "@/lib/http/route";
import { addEvidence } from "@/lib/pledges/pledges/commands";
import { evidenceInput } from "@/lib/pledges/pledges/schema";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: route(
    { may: mayKeepRecords, path: byReferencePath, body: evidenceInput },
    ({ actor, at, path, body }) => addEvidence(actor, { reference: path, evidence: body }, at),
    created(pledgeJson, (pledge) => `/api/v1/pledges/${pledge.reference}`),
  ),
});
