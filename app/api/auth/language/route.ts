import { giveLanguage } from "@/lib/auth/language";
import { faultOf } from "@/lib/auth/sign-in/faults";
import { lead, readOwnForm, withCookies } from "@/lib/auth/sign-in/forms";
import { requireActor } from "@/lib/auth/request";
import { safeNext } from "@/lib/auth/safe-next";
import { isLanguage } from "@/lib/domain/base/language";
import { invalid } from "@/lib/domain/base/refusal";
import { ok } from "@/lib/domain/base/result";
import { publicRoute } from "@/lib/http/public-route";
import { whyTooFast } from "@/lib/platform/change-budget";
import { chooseLanguage } from "@/lib/people/people/language";

/** Sets the browser's language, and the account's if one is signed in. Empty: as the browser asks. */
export const POST = publicRoute(async (request) => {
  const form = await readOwnForm(request);
  if (!form.ok) return form;
  const { language: chosen = "", next } = form.value;
  const language = isLanguage(chosen) ? chosen : null;
  if (language === null && chosen !== "") return invalid({ path: "language", code: "invalid" });
  const asked = await requireActor(request);
  if (asked.ok) {
    const tooFast = whyTooFast(asked.value.actor);
    if (tooFast) return ok(lead(form.value, `/profile?error=${faultOf(tooFast)}`, 429));
    const done = await chooseLanguage(asked.value.actor, { language });
    if (!done.ok) return done;
  }
  const onward = safeNext(next);
  const signIn = onward === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(onward)}`;
  return ok(withCookies(lead(form.value, asked.ok ? onward : signIn), [giveLanguage(language)]));
});
