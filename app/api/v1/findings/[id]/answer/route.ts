import { mayTake } from "@/lib/domain/oversight/finding";
import { answerFinding } from "@/lib/oversight/findings/commands";
import { entryInput } from "@/lib/oversight/findings/schema";
import { record } from "@/lib/http/answers";
import { versionRequired } from "@/lib/http/conditions";
import { findingRecordJson } from "@/lib/http/finding-json";
import { byFinding } from "@/lib/http/paths";
import { methods, route } from "@/lib/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: route(
    { may: (actor) => mayTake(actor, "answer"), path: byFinding, version: versionRequired, body: entryInput },
    ({ actor, at, path, version, body }) =>
      answerFinding(actor, { finding: path, ifMatch: version, ...body }, at),
    record(findingRecordJson),
  ),
});
