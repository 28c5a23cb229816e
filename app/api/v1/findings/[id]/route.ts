import { mayReadRegister } from "@/lib/domain/people/actor";
import { loadFinding } from "@/lib/oversight/findings/queries";
import { record } from "@/lib/http/answers";
import { findingSheetJson } from "@/lib/http/finding-json";
import { byFinding } from "@/lib/http/paths";
import { methods, route } from "@/lib/http/route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(
    { may: mayReadRegister, path: byFinding },
    ({ actor, at, path }) => loadFinding(actor, path, at),
    record(findingSheetJson),
  ),
});
