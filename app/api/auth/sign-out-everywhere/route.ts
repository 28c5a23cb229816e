import { sessionCookie, setCookie } from "@/lib/auth/cookies";
import { lead, readOwnForm, withCookies } from "@/lib/auth/sign-in/forms";
import { requireActor } from "@/lib/auth/request";
import { ok } from "@/lib/domain/base/result";
import { publicRoute } from "@/lib/http/public-route";
import { signOutPerson } from "@/lib/people/people/commands";

/** Ends all of one's sessions, this one too. */
export const POST = publicRoute(async (request) => {
  const form = await readOwnForm(request);
  if (!form.ok) return form;
  const asked = await requireActor(request);
  if (!asked.ok) return asked;
  const { actor, at } = asked.value;
  const done = await signOutPerson(actor, { id: actor.id }, at);
  return done.ok ? ok(withCookies(lead(form.value, "/sign-in"), [setCookie(sessionCookie(), "", 0)])) : done;
});
