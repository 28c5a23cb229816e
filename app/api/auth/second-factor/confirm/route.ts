import { faultOf } from "@/lib/auth/sign-in/faults";
import { lead } from "@/lib/auth/sign-in/forms";
import { confirmOwnSetup, endOwnSetup, type ConfirmedSetup } from "@/lib/auth/second-factor/own-factor";
import { endOtherSessions } from "@/lib/auth/session";
import type { Actor } from "@/lib/domain/people/actor";
import { ok, type Result } from "@/lib/domain/base/result";
import { ownFormRoute } from "@/lib/http/public-route";
import { addPasskey, renewRecoveryCodes, setSecondFactor } from "@/lib/people/people/second-factor";

/**
 * Confirms what this session began: by a code from the device, by a passkey, or by saying that the new
 * recovery codes are saved.
 */
export const POST = ownFormRoute(async ({ form, actor }) => {
  const confirmed = await confirmOwnSetup(actor, form);
  if (!confirmed.ok) return ok(lead(form, `/profile/second-factor?error=${faultOf(confirmed.refusal)}`, 422));
  const done = await record(actor, confirmed.value);
  await endOwnSetup(actor);
  if (!done.ok) return ok(lead(form, `/profile?error=${faultOf(done.refusal)}`, 409));
  if ("factor" in confirmed.value) await endOtherSessions(actor);
  return ok(lead(form, `/profile?done=${whatOf(confirmed.value)}`));
});

function record(actor: Actor, confirmed: ConfirmedSetup): Promise<Result<unknown>> {
  if ("factor" in confirmed) return setSecondFactor(actor, confirmed.factor);
  return "passkey" in confirmed ? addPasskey(actor, confirmed.passkey) : renewRecoveryCodes(actor, confirmed);
}

function whatOf(confirmed: ConfirmedSetup): string {
  if ("factor" in confirmed) return "second-factor";
  return "passkey" in confirmed ? "passkey" : "recovery-codes";
}
