// Plain forms about the user's own settings, without a script: posted, done, and redirected back to their page.
import { accessRequestOf, noteRefusal } from "@/lib/auth/access-notes";
import { faultOf } from "@/lib/auth/sign-in/faults";
import { lead, readOwnForm, type FormFields } from "@/lib/auth/sign-in/forms";
import { requireActor } from "@/lib/auth/request";
import { safeNext } from "@/lib/auth/safe-next";
import type { Actor } from "@/lib/domain/people/actor";
import type { Instant } from "@/lib/domain/base/day";
import { ok, type Result } from "@/lib/domain/base/result";
import { whyTooFast } from "@/lib/platform/change-budget";
import { publicRoute, type Unlimited } from "./public-route";

export interface FormSpec extends Unlimited {
  /** Destination when the form names none or something was wrong: this page shows the error. */
  home: string | ((fields: FormFields) => string);
  /** `done` is the code of the message to show; null: the page itself shows the result. */
  run: (actor: Actor, fields: FormFields, at: Instant) => Promise<Result<{ done: string | null }>>;
}

/** Redirects back with the outcome or the error in the address. A refusal for lack of permission is a plain problem. */
export const plainForm = ({ home: homeOf, run, isUnlimited }: FormSpec) =>
  publicRoute(async (request) => {
    const form = await readOwnForm(request);
    if (!form.ok) return form;
    const home = typeof homeOf === "string" ? homeOf : homeOf(form.value);
    const caller = await requireActor(request);
    if (!caller.ok) return ok(lead(form.value, `/sign-in?next=${encodeURIComponent(home)}`, 401));
    const { actor, at } = caller.value;
    const tooFast = isUnlimited ? null : whyTooFast(actor);
    if (tooFast) return ok(lead(form.value, withOutcome(home, `error=${faultOf(tooFast)}`), 429));
    const back = form.value.back === undefined ? home : safeNext(form.value.back);
    const done = await run(actor, form.value, at);
    if (done.ok)
      return ok(
        lead(form.value, withOutcome(back, done.value.done === null ? "" : `done=${done.value.done}`)),
      );
    if (done.refusal.code !== "invalid") {
      noteRefusal(done.refusal, accessRequestOf(request), actor);
      return done;
    }
    return ok(lead(form.value, withOutcome(home, `error=${faultOf(done.refusal)}`), 422));
  });

/** Replaces the outcome of an earlier form. */
function withOutcome(back: string, outcome: string): string {
  const [place = "", fragment] = back.split("#");
  const [path = "", query = ""] = place.split("?");
  const others = query.split("&").filter((pair) => !/^(done|error)=/.test(pair));
  const parameters = [...others, outcome].filter((pair) => pair !== "").join("&");
  return `${path}${parameters === "" ? "" : `?${parameters}`}${fragment === undefined ? "" : `#${fragment}`}`;
}
