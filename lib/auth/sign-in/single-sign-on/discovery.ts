// The provider's configuration and keys, for requests that no browser brings. Fetched again every ten
// minutes, and when a key is new.
import "server-only";
import { createRemoteJWKSet } from "jose";
import { z } from "zod";
import { env } from "@/lib/platform/env";
import { wellKnown } from "./provider";

interface Discovered {
  issuer: string;
  keys: ReturnType<typeof createRemoteJWKSet>;
}

const KEPT_MS = 600_000;
const PATIENCE_MS = 5_000;

const configuration = z.object({ issuer: z.string().max(500), jwks_uri: z.url().max(2_000) });

/** Throws if the provider can't be reached, or names another issuer. */
export async function discovered(): Promise<Discovered> {
  if (kept && kept.until > performance.now()) return kept.found;
  const found = await discover();
  kept = { found, until: performance.now() + KEPT_MS };
  return found;
}

let kept: { found: Discovered; until: number } | null = null;

async function discover(): Promise<Discovered> {
  const answer = await fetch(wellKnown(), { redirect: "error", signal: AbortSignal.timeout(PATIENCE_MS) });
  const { issuer, jwks_uri: address } = configuration.parse(await answer.json());
  if (issuer.replace(/\/$/, "") !== env().OIDC_ISSUER?.replace(/\/$/, "")) throw new Error("another issuer");
  return { issuer, keys: createRemoteJWKSet(new URL(address), { timeoutDuration: PATIENCE_MS }) };
}
