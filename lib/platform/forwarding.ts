// Detects a proxy in front that the settings don't name: everyone then has the proxy's address, in the access
// log and in throttling. Several bundles share the result.
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { logger } from "./log";

const shared = globalThis as typeof globalThis & { registerIsForwarded?: boolean };

const SAYS =
  "Requests come with X-Forwarded-For or Forwarded, and TRUSTED_PROXIES is empty: everybody counts as one address. " +
  "Set TRUSTED_PROXIES to the address of the proxy in front. Without a proxy somebody makes these headers up, and nothing is to be done.";

/** Call once per process. Checks each request as it arrives until one was forwarded, then warns once. */
export function watchForwarding(trustedProxies: string): void {
  if (trustedProxies === "") subscribe(CHANNEL, look);
}

const CHANNEL = "http.server.request.start";

function look(message: unknown): void {
  const { headers } = (message as { request: IncomingMessage }).request;
  if (headers["x-forwarded-for"] === undefined && headers.forwarded === undefined) return;
  unsubscribe(CHANNEL, look);
  shared.registerIsForwarded = true;
  logger.warn(SAYS);
}

export const isForwardedUntrusted = (): boolean => shared.registerIsForwarded === true;
