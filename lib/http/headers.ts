// Headers of every answer: a page, JSON, a file, a redirect, an error of the framework.
import { isHttps } from "@/lib/auth/cookies";

/** The policy of an answer that is no page: it may load, run and frame nothing. */
export const NO_CONTENT_POLICY =
  "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Uploaded files are saved by the browser; should one be shown after all, it is sandboxed. */
export const FILE_POLICY = `${NO_CONTENT_POLICY}; sandbox`;

export const guardingHeaders = (): Record<string, string> => ({
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
  ...(isHttps() ? { "Strict-Transport-Security": "max-age=31536000" } : {}),
});
