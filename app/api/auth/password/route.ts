import { accessRequestOf, noteUnproven } from "@/lib/auth/access-notes";
import { lead } from "@/lib/auth/sign-in/forms";
import { hashNewPassword, provePassword } from "@/lib/auth/new-password";
import { endOtherSessions } from "@/lib/auth/session";
import { ok } from "@/lib/domain/base/result";
import { ownFormRoute } from "@/lib/http/public-route";
import { changeOwnPassword } from "@/lib/people/people/passwords";
import { faultOf } from "@/lib/auth/sign-in/faults";

/** Changes the user's own password. The old one proves who is there; other sessions end. */
export const POST = ownFormRoute(async ({ form, actor, request }) => {
  const { current = "", password = "", again = "" } = form;

  const proven = await provePassword(actor, current);
  if (!proven.ok) {
    noteUnproven(accessRequestOf(request), actor, proven.refusal);
    return ok(lead(form, `/profile?error=${faultOf(proven.refusal)}`, 422));
  }
  const hash = await hashNewPassword({ password, again }, actor);
  if (!hash.ok) return ok(lead(form, `/profile?error=${faultOf(hash.refusal)}`, 422));
  const changed = await changeOwnPassword(actor, { hash: hash.value });
  if (!changed.ok) return changed;
  await endOtherSessions(actor);
  return ok(lead(form, "/profile?done=password"));
});
