import { invalid } from "@/lib/domain/base/refusal";
import { ok } from "@/lib/domain/base/result";
import { plainForm } from "@/lib/http/plain-form";
import { setWatch } from "@/lib/inbox/watches/commands";
import { watchInput } from "@/lib/inbox/watches/schema";

export const POST = plainForm({
  home: "/inbox/watching",
  run: async (actor, { topic, watching }) => {
    const parsed = watchInput.safeParse({ topic, watching: watching === "true" });
    if (!parsed.success) return invalid({ path: "topic", code: "not-a-topic" });
    const set = await setWatch(actor, parsed.data);
    return set.ok ? ok({ done: null }) : set;
  },
});
