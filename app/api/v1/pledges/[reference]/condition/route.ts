import { mayKeepRecords } from "@/lib/domain/people/actor";
import { record } from "@/lib/http/answers";
import { versionRequired } from "@/lib/http/conditions";
import { byReferencePath } from "@/lib/http/paths";
import { pledgeJson } from "@/lib/http/pledge-json";
import { outcome } from "@/lib/http/proposal-json";
import { methods, route } from "@/lib/http/route";
import { conditionInput, wholeCondition } from "@/lib/pledges/pledges/condition-schema";
import { setCondition } from "@/lib/pledges/pledges/set-condition";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  PUT: route(
    {
      may: mayKeepRecords,
      path: byReferencePath,
      version: versionRequired,
      body: conditionInput,
      written: wholeCondition,
    },
    ({ actor, at, path, version, body }) =>
      setCondition(actor, { reference: path, ifMatch: version, ...body }, at),
    outcome(record(pledgeJson)),
  ),
});
