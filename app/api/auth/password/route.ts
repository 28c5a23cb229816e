import { accessRequestOf, noteUnproven } from "@/lib/auth/access-notes";
import { lead, readOwnForm } from "@/lib/auth/sign-in/forms";
import { hashNewPassword, provePassword } from "@/lib/auth/new-password";
import { endOtherSessions } from "@/lib/auth/session";
import { requireActor } from "@/lib/auth/request";
import { ok } from "@/lib/domain/base/result";
import { publicRoute } from "@/lib/http/public-route";
import { changeOwnPassword } from "@/lib/people/people/passwords";
import { faultOf } from "@/lib/auth/sign-in/faults";

/** Changes one's own password. The old one proves who is there; other sessions end. */
export const POST = publicRoute(async (request) => {
  const form = await readOwnForm(request);
  if (!form.ok) return form;
  const asked = await requireActor(request);
  if (!asked.ok) return asked;
  const { actor } = asked.value;
  const { current = "", password = "", again = "" } = form.value;

  const proven = await provePassword(actor, current);
  if (!proven.ok) {
    noteUnproven(accessRequestOf(request), actor, proven.refusal);
    return ok(lead(form.value, `/profile?error=${faultOf(proven.refusal)}`, 422));
  }
  const hash = await hashNewPassword({ password, again }, actor);
  if (!hash.ok) return ok(lead(form.value, `/profile?error=${faultOf(hash.refusal)}`, 422));
  const changed = await changeOwnPassword(actor, { hash: hash.value });
  if (!changed.ok) return changed;
  await endOtherSessions(actor);
  return ok(lead(form.value, "/profile?done=password"));
});
