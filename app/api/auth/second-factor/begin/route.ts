import { lead } from "@/lib/auth/sign-in/forms";
import { beginOwnSetup, whyUnproven } from "@/lib/auth/second-factor/own-factor";
import { ok } from "@/lib/domain/base/result";
import { ownFormRoute } from "@/lib/http/public-route";

/**
 * Begins a second factor; or, of one that is there, new recovery codes or another passkey. The password proves who is there,
 * and then the second factor as well.
 */
export const POST = ownFormRoute(async ({ form, actor, request }) => {
  const unproven = await whyUnproven(actor, form, request);
  if (unproven) return ok(unproven);
  await beginOwnSetup(actor, form.what);
  return ok(lead(form, "/profile/second-factor"));
});
