// Logout tokens of the provider (OpenID Connect Back-Channel Logout 1.0): its servers send them, without a
// browser.
import "server-only";
import { createHash } from "node:crypto";
import { jwtVerify } from "jose";
import { z } from "zod";
import { env } from "@/lib/platform/env";
import { discovered } from "./discovery";

const EVENT = "http://schemas.openid.net/event/backchannel-logout";
const OLDEST_SECONDS = 300;
const TOLERANCE_SECONDS = 30;

const claims = z
  .object({
    jti: z.string().min(1).max(500),
    iat: z.number(),
    sub: z.string().min(1).max(255).optional(),
    sid: z.string().min(1).max(255).optional(),
    events: z.object({ [EVENT]: z.looseObject({}) }),
    nonce: z.undefined().optional(),
  })
  .refine(({ sub, sid }) => sub !== undefined || sid !== undefined);

export interface LogoutWanted {
  sub: string | undefined;
  sid: string | undefined;
  /** Of this token, which is valid once. */
  hash: string;
  /** After that it is too old anyway. */
  validSeconds: number;
}

/** Null: it isn't a valid token from our provider for this register. */
export async function logoutIn(token: string): Promise<LogoutWanted | null> {
  const { OIDC_ISSUER: issuer = "", OIDC_CLIENT_ID: audience = "" } = env();
  const provider = await discovered();
  const found = await jwtVerify(token, provider.keys, {
    issuer: provider.issuer,
    audience,
    algorithms: ["RS256"],
    maxTokenAge: OLDEST_SECONDS,
    clockTolerance: TOLERANCE_SECONDS,
  }).catch(() => null);
  const claimed = found && claims.safeParse(found.payload).data;
  if (!claimed) return null;
  const hash = createHash("sha256").update(`${issuer} ${claimed.jti}`).digest("hex");
  return { sub: claimed.sub, sid: claimed.sid, hash, validSeconds: OLDEST_SECONDS + 2 * TOLERANCE_SECONDS };
}
