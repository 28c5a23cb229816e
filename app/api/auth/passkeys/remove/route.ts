import { accessRequestOf, noteUnproven } from "@/lib/auth/access-notes";
import { faultOf } from "@/lib/auth/sign-in/faults";
import { lead, readOwnForm } from "@/lib/auth/sign-in/forms";
import { proveOwnFactors } from "@/lib/auth/second-factor/own-factor";
import { requireActor } from "@/lib/auth/request";
import { endOtherSessions } from "@/lib/auth/session";
import { ok } from "@/lib/domain/base/result";
import { publicRoute } from "@/lib/http/public-route";
import { removePasskey } from "@/lib/people/people/second-factor";

/** Removes one of one's own passkeys. Password and second factor prove who is there. */
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
  const removed = await removePasskey(actor, { id: form.value.remove ?? "" });
  if (!removed.ok)
    return ok(lead(form.value, `/profile?error=${faultOf(removed.refusal)}#second-factor`, 409));
  const isLeft = removed.value.secondFactorAt !== null;
  if (!isLeft) await endOtherSessions(actor);
  return ok(lead(form.value, `/profile?done=${isLeft ? "passkey-removed" : "second-factor-removed"}`));
});
