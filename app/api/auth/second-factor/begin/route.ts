import { accessRequestOf, noteUnproven } from "@/lib/auth/access-notes";
import { faultOf } from "@/lib/auth/sign-in/faults";
import { lead, readOwnForm } from "@/lib/auth/sign-in/forms";
import { beginOwnSetup, proveOwnFactors } from "@/lib/auth/second-factor/own-factor";
import { requireActor } from "@/lib/auth/request";
import { ok } from "@/lib/domain/base/result";
import { publicRoute } from "@/lib/http/public-route";

/**
 * Begins a second factor; or, of one that is there, new recovery codes or another passkey. The password proves who is there,
 * and then the second factor as well.
 */
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
  await beginOwnSetup(actor, form.value.what);
  return ok(lead(form.value, "/profile/second-factor"));
});
