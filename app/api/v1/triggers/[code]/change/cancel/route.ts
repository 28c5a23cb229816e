import { mayDecide } from "@/lib/domain/people/actor";
import { json } from "@/lib/http/answers";
import { byTrigger } from "@/lib/http/paths";
import { methods, route } from "@/lib/http/route";
import { triggerChangeJson } from "@/lib/http/trigger-json";
import { resumeChange } from "@/lib/conditions/triggers/drive";
import { cancelChange } from "@/lib/conditions/triggers/end-change";
import { cancelInput } from "@/lib/conditions/triggers/schema";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: route(
    { may: mayDecide, path: byTrigger, body: cancelInput, mayBeEmpty: true },
    async ({ actor, at, path }) => {
      const cancelled = await cancelChange(actor, path, at);
      resumeChange();
      return cancelled;
    },
    json(triggerChangeJson),
  ),
});
