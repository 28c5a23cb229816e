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
    const wish = {
      kinds: choosableKinds(actor).filter((kind) => fields[`kind-${kind}`] === "on"),
      digest: fields.digest === "on",
      hour: Number(hour),
      timeZone: zone === "" ? null : zone,
    };
    const asked = choiceChanges.safeParse(wish);
    if (!asked.success) return invalid({ path: "zone", code: "not-a-time-zone" });
    const kept = await changeChoices(actor, asked.data);
    return kept.ok ? ok({ done: "choices" }) : kept;
  },
});
