// Headers of every answer: a page, JSON, a file, a redirect, an error of the framework.
import { isHttps } from "@/lib/auth/cookies";

export const guardingHeaders = (): Record<string, string> => ({
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
  ...(isHttps() ? { "Strict-Transport-Security": "max-age=31536000" } : {}),
});
