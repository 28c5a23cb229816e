// Who may ask for a passkey, and what for: in the step between password and session, or in a session.
import "server-only";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { requireActor } from "../request";
import { challengeIn } from "./challenge";
import { ownSetup } from "./own-factor";
import { passkeyCreationOptions, passkeyRequestOptions, sessionHolder, signInHolder } from "./passkeys";

/**
 * Refuses `not-signed-in`; `not-found` if there is no passkey, nothing is being set up, or there is no such
 * purpose.
 */
export async function passkeyOptions(request: Request, purpose = ""): Promise<Result<object>> {
  const options = await (purpose === "sign-in" || purpose === "set-up"
    ? inSecondStep(request, purpose)
    : inSession(request, purpose));
  if (!options.ok) return options;
  return options.value === null ? refuse("not-found") : ok(options.value);
}

async function inSecondStep(
  { headers }: Request,
  purpose: "sign-in" | "set-up",
): Promise<Result<object | null>> {
  const met = await challengeIn(headers);
  if (!met) return refuse("not-signed-in");
  if ((met.setup === null) !== (purpose === "sign-in")) return ok(null);
  const request = { holder: signInHolder(met.tokenHash), person: met.person };
  return ok(
    met.setup === null
      ? await passkeyRequestOptions({ ...request, purpose: "SIGN_IN" }, headers)
      : await passkeyCreationOptions({ ...request, purpose: "ADD" }, headers),
  );
}

async function inSession(request: Request, purpose: string): Promise<Result<object | null>> {
  const signedIn = await requireActor(request);
  if (!signedIn.ok) return signedIn;
  const { actor } = signedIn.value;
  const requester = { holder: sessionHolder(actor), person: actor };
  if (purpose === "prove")
    return ok(await passkeyRequestOptions({ ...requester, purpose: "PROVE" }, request.headers));
  if (purpose === "change")
    return ok(await passkeyRequestOptions({ ...requester, purpose: "CHANGE" }, request.headers));
  if (purpose !== "add" || !(await ownSetup(actor))) return ok(null);
  return ok(await passkeyCreationOptions({ ...requester, purpose: "ADD" }, request.headers));
}
