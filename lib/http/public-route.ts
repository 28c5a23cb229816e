// The few routes that are open before signing in, and those to which plain forms of our own pages post.
import { randomUUID } from "node:crypto";
import { accessRequestOf, noteRefusal } from "@/lib/auth/access-notes";
import { requireActor } from "@/lib/auth/request";
import { faultOf } from "@/lib/auth/sign-in/faults";
import { lead, readOwnForm, type FormFields } from "@/lib/auth/sign-in/forms";
import { browserLanguage } from "@/lib/auth/language";
import { REQUEST_ID_HEADER } from "@/lib/auth/request-headers";
import type { Instant } from "@/lib/domain/base/day";
import { ok, type Result } from "@/lib/domain/base/result";
import type { Actor } from "@/lib/domain/people/actor";
import { withLanguage } from "@/lib/i18n/reader";
import { whyTooFast } from "@/lib/platform/change-budget";
import { refusalOf } from "./failure";
import { logFailure } from "./log";
import { internal, problem } from "./problem";

/** Turns refusals and unexpected errors into problem+json. */
export function publicRoute<Params>(answer: (request: Request, params: Params) => Promise<Result<Response>>) {
  return async (request: Request, { params }: { params: Promise<Params> }): Promise<Response> =>
    withLanguage(browserLanguage(request.headers), async () => {
      const id = request.headers.get(REQUEST_ID_HEADER) ?? randomUUID();
      try {
        const answered = await answer(request, await params);
        if (answered.ok) return answered.value;
        noteRefusal(answered.refusal, accessRequestOf(request), null);
        const allowed = answered.refusal.params?.allow;
        return problem(answered.refusal, allowed === undefined ? {} : { Allow: String(allowed) });
      } catch (error) {
        const code = refusalOf(error);
        if (code !== null) return problem({ code });
        logFailure(error, request, id);
        return internal(id);
      }
    });
}

export interface Unlimited {
  /** For what only ends access, which an intruder could prevent by changing much, or stays in this browser. */
  isUnlimited?: true;
}

interface OwnForm {
  form: FormFields;
  actor: Actor;
  at: Instant;
  request: Request;
}

/** A form from one of our own pages, sent by someone who is signed in. */
export const ownFormRoute = (
  answer: (submission: OwnForm) => Promise<Result<Response>>,
  { isUnlimited }: Unlimited = {},
) =>
  publicRoute(async (request) => {
    const form = await readOwnForm(request);
    if (!form.ok) return form;
    const caller = await requireActor(request);
    if (!caller.ok) return caller;
    const tooFast = isUnlimited ? null : whyTooFast(caller.value.actor);
    if (tooFast) return ok(lead(form.value, `/profile?error=${faultOf(tooFast)}`, 429));
    return answer({ form: form.value, ...caller.value, request });
  });
