import { mayReadRegister } from "@/lib/domain/people/actor";
import { json } from "@/lib/http/answers";
import { byTrigger } from "@/lib/http/paths";
import { methods, route } from "@/lib/http/route";
import { triggerChangeJson } from "@/lib/http/trigger-json";
import { resumeChange } from "@/lib/conditions/triggers/drive";
import { loadTriggerChange } from "@/lib/conditions/triggers/queries";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route(
    { may: mayReadRegister, path: byTrigger },
    ({ actor, at, path }) => {
      // Continues a change whose process ended.
      resumeChange();
      return loadTriggerChange(actor, path, at);
    },
    json(triggerChangeJson),
  ),
});
