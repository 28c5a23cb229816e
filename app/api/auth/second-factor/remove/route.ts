import { accessRequestOf, noteUnproven } from "@/lib/auth/access-notes";
import { faultOf } from "@/lib/auth/sign-in/faults";
import { lead, readOwnForm } from "@/lib/auth/sign-in/forms";
import { proveOwnFactors } from "@/lib/auth/second-factor/own-factor";
import { requireActor } from "@/lib/auth/request";
import { endOtherSessions } from "@/lib/auth/session";
import { ok } from "@/lib/domain/base/result";
import { publicRoute } from "@/lib/http/public-route";
import { removeOwnSecondFactor } from "@/lib/people/people/second-factor";

/** Removes one's own second factor. Password and code prove who is there. Signs out where the role requires one. */
export const POST = publicRoute(async (request) => {
  const form = await readOwnForm(request);
  if (!form.ok) return form;
  const asked = await requireActor(request);
  if (!asked.ok) return asked;
  const { actor } = asked.value;

  const proven = await proveOwnFactors(actor, form.value);
  if (!proven.ok) {
    noteUnproven(accessRequestOf(request), actor, proven.refusal);
    return ok(lead(form.value, `/profile?error=${faultOf(proven.refusal)}#second-factor`, 422));
  }
  const removed = await removeOwnSecondFactor(actor);
  if (!removed.ok) return removed;
  await endOtherSessions(actor);
  return ok(lead(form.value, "/profile?done=second-factor-removed"));
});
