// The few routes that are open before signing in.
import { randomUUID } from "node:crypto";
import { accessRequestOf, noteRefusal } from "@/lib/auth/access-notes";
import { browserLanguage } from "@/lib/auth/language";
import { REQUEST_ID_HEADER } from "@/lib/auth/request-headers";
import type { Result } from "@/lib/domain/base/result";
import { withLanguage } from "@/lib/i18n/reader";
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
