import { mayKeepRecords } from "@/lib/domain/people/actor";
import { record } from "@/lib/http/answers";
import { byReferencePath } from "@/lib/http/paths";
import { pledgeJson } from "@/lib/http/pledge-json";
import { methods, route } from "@/lib/http/route";
import { confirmPledge } from "@/lib/pledges/pledges/commands";
import { confirmInput } from "@/lib/pledges/pledges/schema";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: route(
    { may: mayKeepRecords, path: byReferencePath, body: confirmInput, mayBeEmpty: true },
    ({ actor, at, path, body }) => confirmPledge(actor, { reference: path, ...body }, at),
    record(pledgeJson),
  ),
});
