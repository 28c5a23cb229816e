import { lead } from "@/lib/auth/sign-in/forms";
import { beginOwnSetup, whyUnproven } from "@/lib/auth/second-factor/own-factor";
import { ok } from "@/lib/domain/base/result";
import { ownFormRoute } from "@/lib/http/public-route";

/**
 * Begins the set-up of a second factor or, if there is one, of new recovery codes or another passkey. The
 * password proves who is there; so does the second factor, if there is one.
 */
export const POST = ownFormRoute(async ({ form, actor, request }) => {
  const unproven = await whyUnproven(actor, form, request);
  if (unproven) return ok(unproven);
  await beginOwnSetup(actor, form.what);
  return ok(lead(form, "/profile/second-factor"));
});
