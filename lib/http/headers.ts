// Headers of every answer: a page, JSON, a file, a redirect, an error of the framework. The content policy isn't among them:
// see proxy.ts and request-fixes.ts.
import { isHttps } from "@/lib/auth/cookies";
import { env } from "@/lib/platform/env";

export const guardingHeaders = (): Record<string, string> => ({
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
  ...(isHttps() ? { "Strict-Transport-Security": `max-age=31536000${subdomains()}` } : {}),
});

/**
 * Only if the setting says that the register is alone on its domain: it would lock out others that use http.
 */
const subdomains = (): string => (env().HSTS_SUBDOMAINS === "1" ? "; includeSubDomains" : "");
