// next-auth behind one file: its credentials provider with a token of three claims, our cookies, and none of its pages.
import type { AuthOptions, User } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import type { OpenSession } from "@/lib/db/state";
import { cookieOptions, csrfCookie, isHttps, sessionCookie } from "../cookies";
import { currentSecret } from "../keyring";
import { LIFETIME } from "../session";

/** `authorize` returns the session it opened, or null. */
export function authOptions(authorize: (credentials: unknown) => Promise<OpenSession | null>): AuthOptions {
  return {
    secret: currentSecret(),
    useSecureCookies: isHttps(),
    cookies: {
      sessionToken: { name: sessionCookie(), options: cookieOptions() },
      csrfToken: { name: csrfCookie(), options: cookieOptions() },
    },
    session: { strategy: "jwt", maxAge: LIFETIME.absoluteMinutes * 60 },
    pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
    providers: [
      CredentialsProvider({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        authorize: async (credentials) => asUser(await authorize(credentials)),
      }),
    ],
    callbacks: {
      // `session.update()` is ignored: a token is made once, at sign-in.
      jwt: ({ token, user }) => (isSession(user) ? { sub: user.id, sid: user.sid, sv: user.sv } : token),
    },
    logger: { error: () => undefined, warn: () => undefined, debug: () => undefined },
  };
}

/** For calls that sign nobody in. */
export const nobody = (): Promise<null> => Promise.resolve(null);

type SessionUser = User & Omit<OpenSession, "sub">;

const asUser = (session: OpenSession | null): SessionUser | null =>
  session && { id: session.sub, sid: session.sid, sv: session.sv };

const isSession = (user: User | undefined): user is SessionUser =>
  user !== undefined && "sid" in user && "sv" in user;
