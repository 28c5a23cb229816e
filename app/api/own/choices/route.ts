import { choosableKinds } from "@/lib/domain/notices/notice";
import { invalid } from "@/lib/domain/base/refusal";
import { ok } from "@/lib/domain/base/result";
import { plainForm } from "@/lib/http/plain-form";
import { changeChoices } from "@/lib/inbox/inbox/commands";
import { choiceChanges } from "@/lib/inbox/inbox/schema";

/** Takes the whole form: a box that isn't ticked means no. */
export const POST = plainForm({
  home: "/profile#inbox",
  run: async (actor, fields) => {
    const { hour = "", zone = "" } = fields;
    if (!/^\d{1,2}$/.test(hour) || Number(hour) > 23) return invalid({ path: "hour", code: "not-an-hour" });
    const choices = {
      kinds: choosableKinds(actor).filter((kind) => fields[`kind-${kind}`] === "on"),
      digest: fields.digest === "on",
      hour: Number(hour),
      timeZone: zone === "" ? null : zone,
    };
    const parsed = choiceChanges.safeParse(choices);
    if (!parsed.success) return invalid({ path: "zone", code: "not-a-time-zone" });
    const changed = await changeChoices(actor, parsed.data);
    return changed.ok ? ok({ done: "choices" }) : changed;
  },
});
