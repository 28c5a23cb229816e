import { plainForm } from "@/lib/http/plain-form";
import { ok } from "@/lib/domain/base/result";
import { endOwnOtherSessions, endOwnSession } from "@/lib/people/people/sessions";

/** Ends one of one's own sessions, or all others. */
export const POST = plainForm({
  home: "/profile#sessions",
  run: async (actor, { session = "", others }) => {
    const ended = await (others === "true"
      ? endOwnOtherSessions(actor)
      : endOwnSession(actor, { id: session }));
    // One that is over already is what was wanted.
    return ended.ok || ended.refusal.code === "not-found" ? ok({ done: "sessions" }) : ended;
  },
});
