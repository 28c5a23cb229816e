import { plainForm } from "@/lib/http/plain-form";
import { ok } from "@/lib/domain/base/result";
import { endOwnOtherSessions, endOwnSession } from "@/lib/people/people/sessions";

/** Ends one of the user's own sessions, or all but this one. */
export const POST = plainForm({
  home: "/profile#sessions",
  isUnlimited: true,
  run: async (actor, { session = "", others }) => {
    const ended = await (others === "true"
      ? endOwnOtherSessions(actor)
      : endOwnSession(actor, { id: session }));
    // A session that has already ended counts as a success.
    return ended.ok || ended.refusal.code === "not-found" ? ok({ done: "sessions" }) : ended;
  },
});
