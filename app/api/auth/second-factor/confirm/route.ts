import { faultOf } from "@/lib/auth/sign-in/faults";
import { lead, readOwnForm } from "@/lib/auth/sign-in/forms";
import { confirmOwnSetup, endOwnSetup } from "@/lib/auth/second-factor/own-factor";
import { requireActor } from "@/lib/auth/request";
import { endOtherSessions } from "@/lib/auth/session";
import { ok } from "@/lib/domain/base/result";
import { publicRoute } from "@/lib/http/public-route";
import { renewRecoveryCodes, setSecondFactor } from "@/lib/people/people/second-factor";

/** Confirms what this session began: by a code of the device, or by having saved the new recovery codes. */
export const POST = publicRoute(async (request) => {
  const form = await readOwnForm(request);
  if (!form.ok) return form;
  const asked = await requireActor(request);
  if (!asked.ok) return asked;
  const { actor } = asked.value;

  const confirmed = await confirmOwnSetup(actor, form.value.code ?? "");
  if (!confirmed.ok)
    return ok(lead(form.value, `/profile/second-factor?error=${faultOf(confirmed.refusal)}`, 422));
  const isNew = "factor" in confirmed.value;
  const done =
    "factor" in confirmed.value
      ? await setSecondFactor(actor, confirmed.value.factor)
      : await renewRecoveryCodes(actor, confirmed.value);
  await endOwnSetup(actor);
  if (!done.ok) return ok(lead(form.value, `/profile?error=${faultOf(done.refusal)}`, 409));
  if (isNew) await endOtherSessions(actor);
  return ok(lead(form.value, `/profile?done=${isNew ? "second-factor" : "recovery-codes"}`));
});
