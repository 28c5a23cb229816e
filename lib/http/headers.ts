// What every answer carries, whatever it is: a page, JSON, a file, a redirect, an error of the framework.
import { isHttps } from "@/lib/auth/cookies";

/** Nothing may be loaded, run or framed by it: the policy of an answer that is no page. */
export const NO_CONTENT_POLICY =
  "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** What somebody once sent is kept by the browser; were it shown all the same, it would be on its own. */
export const FILE_POLICY = `${NO_CONTENT_POLICY}; sandbox`;

export const guardingHeaders = (): Record<string, string> => ({
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
  ...(isHttps() ? { "Strict-Transport-Security": "max-age=31536000" } : {}),
});
