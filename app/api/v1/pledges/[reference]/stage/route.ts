import { mayKeepRecords } from "@/lib/domain/people/actor";
import { record } from "@/lib/http/answers";
import { versionRequired } from "@/lib/http/conditions";
import { byReferencePath } from "@/lib/http/paths";
import { pledgeJson } from "@/lib/http/pledge-json";
import { outcome } from "@/lib/http/proposal-json";
import { methods, route } from "@/lib/http/route";
import { setStage } from "@/lib/pledges/pledges/commands";
import { stageInput } from "@/lib/pledges/pledges/schema";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: route(
    { may: mayKeepRecords, path: byReferencePath, version: versionRequired, body: stageInput },
    ({ actor, at, path, version, body }) =>
      setStage(actor, { reference: path, ifMatch: version, ...body }, at),
    outcome(record(pledgeJson)),
  ),
});
