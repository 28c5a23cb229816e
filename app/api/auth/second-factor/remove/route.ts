import { lead } from "@/lib/auth/sign-in/forms";
import { whyUnproven } from "@/lib/auth/second-factor/own-factor";
import { endOtherSessions } from "@/lib/auth/session";
import { ok } from "@/lib/domain/base/result";
import { ownFormRoute } from "@/lib/http/public-route";
import { removeOwnSecondFactor } from "@/lib/people/people/second-factor";

/**
 * Removes the user's own second factor. Password and code prove who is there. Signs out where the role
 * requires one.
 */
export const POST = ownFormRoute(async ({ form, actor, request }) => {
  const unproven = await whyUnproven(actor, form, request);
  if (unproven) return ok(unproven);
  const removed = await removeOwnSecondFactor(actor);
  if (!removed.ok) return removed;
  await endOtherSessions(actor);
  return ok(lead(form, "/profile?done=second-factor-removed"));
});
