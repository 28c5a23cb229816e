import { sessionCookie, setCookie } from "@/lib/auth/cookies";
import { lead, withCookies } from "@/lib/auth/sign-in/forms";
import { ok } from "@/lib/domain/base/result";
import { ownFormRoute } from "@/lib/http/public-route";
import { signOutEverywhere } from "@/lib/people/people/sessions";

/** Ends all of the user's sessions, including this one. */
export const POST = ownFormRoute(
  async ({ form, actor }) => {
    const done = await signOutEverywhere(actor);
    return done.ok ? ok(withCookies(lead(form, "/sign-in"), [setCookie(sessionCookie(), "", 0)])) : done;
  },
  { isUnlimited: true },
);
