import { passkeyOptions } from "@/lib/auth/second-factor/passkey-options";
import { readOwnForm } from "@/lib/auth/sign-in/forms";
import { ok } from "@/lib/domain/base/result";
import { publicRoute } from "@/lib/http/public-route";

/** The challenge that this browser's device signs: valid once, for the purpose that the form names. */
export const POST = publicRoute(async (request) => {
  const form = await readOwnForm(request);
  if (!form.ok) return form;
  const options = await passkeyOptions(request, form.value.purpose);
  return options.ok
    ? ok(Response.json(options.value, { headers: { "Cache-Control": "no-store" } }))
    : options;
});
