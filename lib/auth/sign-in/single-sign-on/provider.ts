// next-auth's generic provider, for the issuer in the settings. next-auth checks state, PKCE, nonce,
// signature, issuer, audience and time of the answer; the claims of the ID token are judged here.
import "server-only";
import type { AuthOptions } from "next-auth";
import { z } from "zod";
import type { ProvenIdentity } from "@/lib/domain/people/identity";
import { env } from "@/lib/platform/env";
import { logger } from "@/lib/platform/log";
import { checkCookie, cookieOptions } from "../../cookies";
import { authOptions, nobody } from "../options";

export const PROVIDER = "oidc";

export const isSingleSignOn = (): boolean => env().OIDC_ISSUER !== undefined;

export const wellKnown = (): string =>
  `${(env().OIDC_ISSUER ?? "").replace(/\/$/, "")}/.well-known/openid-configuration`;

const claims = z.object({
  iss: z.string(),
  sub: z.string().min(1).max(255),
  email: z.string().trim().toLowerCase().max(254).optional().catch(undefined),
  email_verified: z.boolean().optional().catch(undefined),
  acr: z.string().max(500).optional().catch(undefined),
  sid: z.string().min(1).max(255).optional().catch(undefined),
  auth_time: z.number().optional().catch(undefined),
});
const groupNames = z.array(z.string().max(1_000)).max(2_000);

export interface IdTokenClaims extends z.output<typeof claims> {
  /** Null: the token doesn't list them by name. */
  groups: string[] | null;
}

/** The claims of a verified ID token. Null: one that we need is missing, or the issuer is another. */
export function claimsOf(idToken: unknown): IdTokenClaims | null {
  const found = claims.safeParse(idToken).data;
  return found && sameIssuer(found.iss) ? { ...found, groups: groupsIn(idToken as object) } : null;
}

/** Empty for a person without groups. Groups that are too many for a token are elsewhere, and not fetched. */
function groupsIn(idToken: object): string[] | null {
  const name = env().OIDC_GROUPS;
  const { _claim_names: elsewhere, [name]: said = [] } = idToken as Record<string, unknown>;
  if (typeof elsewhere === "object" && elsewhere !== null && name in elsewhere) return null;
  return groupNames.safeParse(typeof said === "string" ? [said] : said).data ?? null;
}

export const identityOf = ({ sub, email, email_verified: verified }: IdTokenClaims): ProvenIdentity => ({
  // As in the settings: providers differ in whether it ends with a slash.
  issuer: env().OIDC_ISSUER ?? "",
  subject: sub,
  verifiedEmail: verified === true && email !== undefined ? email : null,
});

/** Whether the provider vouches for more than a password, by one of the `acr` values in the settings. */
export const isStrong = ({ acr }: IdTokenClaims): boolean =>
  acr !== undefined && env().OIDC_ACR.includes(acr);

/** `keep` receives the content of a verified ID token. next-auth opens no session. */
export function providerOptions(keep: (idToken: unknown) => void): AuthOptions {
  const { OIDC_CLIENT_ID = "", OIDC_CLIENT_SECRET = "", OIDC_SCOPE, OIDC_ACR } = env();
  const options = authOptions(nobody);
  const check = (name: "state" | "nonce" | "pkce") => ({ name: checkCookie(name), options: cookieOptions() });
  return {
    ...options,
    cookies: {
      ...options.cookies,
      state: check("state"),
      nonce: check("nonce"),
      pkceCodeVerifier: check("pkce"),
    },
    providers: [
      {
        id: PROVIDER,
        name: PROVIDER,
        type: "oauth",
        wellKnown: wellKnown(),
        clientId: OIDC_CLIENT_ID,
        clientSecret: OIDC_CLIENT_SECRET,
        idToken: true,
        checks: ["pkce", "state", "nonce"],
        authorization: {
          params: {
            scope: OIDC_SCOPE ?? "openid email profile",
            ...(OIDC_ACR.length > 0 && { acr_values: OIDC_ACR.join(" ") }),
          },
        },
        httpOptions: { timeout: PATIENCE_MS },
        profile: (idToken: { sub: string }) => {
          keep(idToken);
          return { id: idToken.sub };
        },
      },
    ],
    callbacks: { signIn: () => false },
    logger: { ...options.logger, error: logFault },
  };
}

const PATIENCE_MS = 5_000;

const sameIssuer = (iss: string): boolean =>
  iss.replace(/\/$/, "") === (env().OIDC_ISSUER ?? "").replace(/\/$/, "");

/** Logs the library's message without what was sent, which may contain a code. */
function logFault(code: string, given: unknown): void {
  const error = given instanceof Error ? given : (given as { error?: unknown } | undefined)?.error;
  logger.warn({ code, error: error instanceof Error ? error.message : undefined }, "single sign-on failed");
}
