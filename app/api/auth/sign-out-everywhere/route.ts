import { sessionCookie, setCookie } from "@/lib/auth/cookies";
import { lead, withCookies } from "@/lib/auth/sign-in/forms";
import { ok } from "@/lib/domain/base/result";
import { ownFormRoute } from "@/lib/http/public-route";
import { signOutPerson } from "@/lib/people/people/commands";

/** Ends all of the user's sessions, including this one. */
export const POST = ownFormRoute(
  async ({ form, actor, at }) => {
    const done = await signOutPerson(actor, { id: actor.id }, at);
    return done.ok ? ok(withCookies(lead(form, "/sign-in"), [setCookie(sessionCookie(), "", 0)])) : done;
  },
  { isUnlimited: true },
);
