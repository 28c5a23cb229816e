import type { Instrumentation } from "next";
import type { noteBrokenPage } from "@/lib/http/broken-page";

/** Imported before the first page can fail: the note must precede the answer. */
let note: typeof noteBrokenPage | undefined;

/** Called by Next once, before the first request. Background work is the worker's (scripts/worker/main.ts). */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { markPeers } = await import("@/lib/auth/sign-in/address");
  const { normalizeRequests } = await import("@/lib/http/request-fixes");
  const { shutDownOnSignals } = await import("@/lib/http/health/shutdown");
  const { env } = await import("@/lib/platform/env");
  const { watchForwarding } = await import("@/lib/platform/forwarding");
  const pages = await import("@/lib/http/broken-page");
  markPeers();
  watchForwarding(env().TRUSTED_PROXIES);
  normalizeRequests();
  const { measure } = await import("@/lib/http/health/metrics");
  const { followRequests } = await import("@/lib/http/health/followed");
  followRequests();
  await measure("web");
  pages.replaceBrokenPages();
  note = pages.noteBrokenPage;
  shutDownOnSignals();
  // Defined by scripts/start/early-requests.mjs.
  (globalThis as typeof globalThis & { registerEarlyRequests?: () => void }).registerEarlyRequests?.();
}

/** Called by Next for anything a page throws, before it answers. */
export const onRequestError: Instrumentation.onRequestError = (error, { headers }) => note?.(error, headers);
