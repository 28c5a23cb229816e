// To the provider and back, as plain links: nothing here needs a script. Every fault leads to a page of ours that says what to do.
import "server-only";
import { invalid, refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { isProofFresh } from "@/lib/domain/people/actor";
import { accessRequestOf, noteUnproven } from "../../access-notes";
import { holderOfLink } from "../../link";
import { requireActor } from "../../request";
import { safeNext } from "../../safe-next";
import { setMark } from "../../second-factor/challenge";
import { completeSignIn, onward, type NoteNewDevice } from "../complete-sign-in";
import { leadTo, withCookies } from "../forms";
import { freshToken } from "../token";
import { endJourney, journeyIn, keepJourney, type Journey } from "./journey";
import { identityOf, isSingleSignOn, type IdTokenClaims } from "./provider";
import { proveByProvider, STEP_UP, hasAuthenticatedSince } from "./step-up";
import { claimsFrom, wayToProvider } from "./provider-calls";
import { signInByProvider, type Binders } from "./sign-in-by-provider";

/** What is done from an open session. */
const IN_SESSION = ["bind", "prove"] as const;

/**
 * Leads to the provider. Refuses `not-found` if there is none, and `cross-site`: only our own pages may begin
 * to bind an account.
 */
export async function answerStart(request: Request): Promise<Result<Response>> {
  if (!isSingleSignOn()) return refuse("not-found");
  const { searchParams } = new URL(request.url);
  const link = searchParams.get("link") ?? "";
  const to = link !== "" ? "link" : (IN_SESSION.find((one) => searchParams.has(one)) ?? "sign-in");
  const begun = Math.floor(Date.now() / 1_000);
  const journey: Journey = { to, next: safeNext(searchParams.get("next")), link: link.slice(0, 100), begun };
  if (to !== "sign-in") {
    if (request.headers.get("sec-fetch-site") !== "same-origin") return refuse("cross-site");
    const fault = await whyNotBind(request, journey);
    if (fault !== null) return ok(leadTo(fault));
  }
  // For binding and proving, the provider makes people sign in again: someone else may be signed in there.
  const way = await wayToProvider(to === "sign-in" ? {} : STEP_UP);
  if (!way) return ok(leadTo(placeOf(journey, "provider-away")));
  return ok(withCookies(leadTo(way.url), [...way.cookies, await keepJourney(journey)]));
}

/** Handles the return from the provider. */
export async function answerReturn(
  request: Request,
  binders: Binders,
  noteNewDevice: NoteNewDevice,
): Promise<Result<Response>> {
  if (!isSingleSignOn()) return refuse("not-found");
  const journey = await journeyIn(request.headers);
  const claims = journey && (await claimsFrom(request));
  const done = (response: Response) => ok(withCookies(response, [endJourney()]));
  if (!journey || !claims) return done(leadTo(placeOf(journey, "provider-refused")));
  if (journey.to === "bind") return done(await bindHere(request, claims, journey, binders));
  if (journey.to === "prove") return done(await proveHere(request, claims, journey));
  if (journey.to === "link") {
    const holder = await holderOfLink(journey.link);
    const given = { token: journey.link, identity: identityOf(claims) };
    const bound = holder && (await binders.byLink(holder, given));
    if (!bound?.ok) return done(leadTo(placeOf(journey, "identity-taken")));
  }
  return done(await signInHere(request, journey, claims, binders, noteNewDevice));
}

async function signInHere(
  request: Request,
  journey: Journey,
  claims: IdTokenClaims,
  binders: Binders,
  noteNewDevice: NoteNewDevice,
): Promise<Response> {
  const fields = { next: journey.next };
  const answer = await signInByProvider(claims, request.headers, binders);
  const signIn = { ...journey, to: "sign-in" as const };
  if (answer.kind === "unknown") return leadTo(placeOf(signIn, "identity-unknown"));
  if (answer.kind === "no-group") return leadTo(placeOf(signIn, "no-group"));
  if (answer.kind === "in") return completeSignIn(request, fields, answer, freshToken(), noteNewDevice);
  return withCookies(leadTo(`/sign-in/${answer.kind}${onward(fields)("?")}`), [setMark(answer.mark)]);
}

async function bindHere(
  request: Request,
  claims: IdTokenClaims,
  journey: Journey,
  { own }: Binders,
): Promise<Response> {
  const caller = await requireActor(request);
  if (!caller.ok) return leadTo("/sign-in");
  if (!hasAuthenticatedSince(claims, journey.begun)) return leadTo(placeOf(journey, "identity-unproven"));
  const bound = await own(caller.value.actor, { identity: identityOf(claims) });
  if (bound.ok) return leadTo("/profile?done=identity");
  const fault = bound.refusal.code === "proof-needed" ? "identity-proof" : "identity-taken";
  return leadTo(`/profile?error=${fault}#identity`);
}

async function proveHere(request: Request, claims: IdTokenClaims, journey: Journey): Promise<Response> {
  const caller = await requireActor(request);
  if (!caller.ok) return leadTo("/sign-in");
  const { actor } = caller.value;
  if (await proveByProvider(actor, claims, journey.begun)) return leadTo("/profile?done=proven");
  noteUnproven(
    accessRequestOf(request),
    actor,
    invalid({ path: "identity", code: "wrong-identity" }).refusal,
  );
  return leadTo(placeOf(journey, "identity-unproven"));
}

/** The address where the fault is shown; null: it may begin. */
async function whyNotBind(request: Request, { to, link }: Journey): Promise<string | null> {
  if (to === "link") return (await holderOfLink(link)) ? null : `/set-password/${encodeURIComponent(link)}`;
  const caller = await requireActor(request);
  if (!caller.ok) return "/sign-in?next=/profile";
  if (to === "prove") return null;
  return isProofFresh(caller.value.actor) ? null : "/profile?error=identity-proof#identity";
}

function placeOf(journey: Journey | null, fault: string): string {
  if (journey?.to === "bind" || journey?.to === "prove") return `/profile?error=${fault}#identity`;
  if (journey?.to === "link") return `/set-password/${encodeURIComponent(journey.link)}?error=${fault}`;
  return `/sign-in?error=${fault}${onward({ next: journey?.next })("&")}`;
}
