import { faultOf } from "@/lib/auth/sign-in/faults";
import { lead, readOwnForm } from "@/lib/auth/sign-in/forms";
import { holderOfLink } from "@/lib/auth/link";
import { hashNewPassword } from "@/lib/auth/new-password";
import { ok } from "@/lib/domain/base/result";
import { publicRoute } from "@/lib/http/public-route";
import { setPassword } from "@/lib/people/people/passwords";

/** With the link that an administrator handed over. */
export const POST = publicRoute(async (request) => {
  const form = await readOwnForm(request);
  if (!form.ok) return form;
  const { token = "", password = "", again = "" } = form.value;
  const page = `/set-password/${encodeURIComponent(token)}`;

  const holder = await holderOfLink(token);
  if (!holder) return ok(lead(form.value, page, 404));
  const hash = await hashNewPassword({ password, again }, holder);
  if (!hash.ok) return ok(lead(form.value, `${page}?error=${faultOf(hash.refusal)}`, 422));
  const set = await setPassword(holder, { token, hash: hash.value });
  return ok(set.ok ? lead(form.value, "/sign-in") : lead(form.value, page, 404));
});
