import { isSeq } from "@/lib/domain/log/logged";
import { invalid } from "@/lib/domain/base/refusal";
import { ok } from "@/lib/domain/base/result";
import { plainForm } from "@/lib/http/plain-form";
import { markNotices } from "@/lib/inbox/inbox/commands";

/** One entry, or all up to one. */
export const POST = plainForm({
  home: "/inbox",
  run: async (actor, { entry = "", through = "", read }) => {
    if (!isSeq(entry) && !isSeq(through)) return invalid({ path: "entry", code: "not-an-entry" });
    const isRead = read !== "false";
    const target = isSeq(entry)
      ? { entries: [Number(entry)], read: isRead }
      : { through: Number(through), read: true };
    const marked = await markNotices(actor, target);
    return marked.ok ? ok({ done: isRead ? "read" : "unread" }) : marked;
  },
});
