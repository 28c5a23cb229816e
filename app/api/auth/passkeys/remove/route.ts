import { faultOf } from "@/lib/auth/sign-in/faults";
import { lead } from "@/lib/auth/sign-in/forms";
import { whyUnproven } from "@/lib/auth/second-factor/own-factor";
import { endOtherSessions } from "@/lib/auth/session";
import { ok } from "@/lib/domain/base/result";
import { ownFormRoute } from "@/lib/http/public-route";
import { removePasskey } from "@/lib/people/people/second-factor";

/** Removes one of the user's own passkeys. Password and second factor prove who is there. */
export const POST = ownFormRoute(async ({ form, actor, request }) => {
  const unproven = await whyUnproven(actor, form, request);
  if (unproven) return ok(unproven);
  const removed = await removePasskey(actor, { id: form.remove ?? "" });
  if (!removed.ok) return ok(lead(form, `/profile?error=${faultOf(removed.refusal)}#second-factor`, 409));
  const isLeft = removed.value.secondFactorAt !== null;
  if (!isLeft) await endOtherSessions(actor);
  return ok(lead(form, `/profile?done=${isLeft ? "passkey-removed" : "second-factor-removed"}`));
});
