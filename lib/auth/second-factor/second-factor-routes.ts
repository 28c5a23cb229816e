// The second step as a plain form: it leads into the register, back to its own page, or back to the password.
import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { clearMark } from "./challenge";
import { completeSignIn, onward, type NoteNewDevice } from "../sign-in/complete-sign-in";
import { lead, readFields, withCookies } from "../sign-in/forms";
import { takeSecondStep } from "./second-step";
import type { NewFactor } from "./setup";
import { tokenFor } from "../sign-in/token";

/** Refuses `cross-site`. `setUp` records a second factor for an account that had none. */
export async function answerSecondStep(
  request: Request,
  setUp: (holder: Actor, factor: NewFactor) => Promise<Result<unknown>>,
  noteNewDevice: NoteNewDevice,
): Promise<Result<Response>> {
  const fields = await readFields(request);
  if (!fields.ok) return fields;
  const token = tokenFor(request, fields.value);
  if (token === null) return refuse("cross-site");
  const next = onward(fields.value);

  const answer = await takeSecondStep(fields.value, request.headers, setUp);
  if (answer.kind === "in")
    return ok(await completeSignIn(request, fields.value, answer, token, noteNewDevice));
  if (answer.kind === "over")
    return ok(withCookies(lead(fields.value, `/sign-in?error=over${next("&")}`, 401), [clearMark()]));
  if (answer.kind === "wrong")
    return ok(lead(fields.value, `${answer.page}?error=${answer.fault}${next("&")}`, 401));
  const minutes = Math.ceil(answer.seconds / 60);
  const slow = lead(fields.value, `${answer.page}?error=slow-down:${minutes}${next("&")}`, 429);
  slow.headers.set("Retry-After", String(answer.seconds));
  return ok(slow);
}
