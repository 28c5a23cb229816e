// Every answer passes here for its headers. Nothing is guarded: who may do what is asked where it is done.
import { NextResponse, type NextRequest } from "next/server";
import { isHttps } from "@/lib/auth/cookies";
import { isOwnHost } from "@/lib/auth/own-origin";
import { PAGE_HEADER, REQUEST_ID_HEADER } from "@/lib/auth/request-headers";

const FIXED = {
  "X-Content-Type-Options": "nosniff",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
};

export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  if (!pathname.startsWith("/api/health/") && !isOwnHost(request.headers.get("host"))) return misdirected();
  if (pathname.startsWith("/_next/static/")) return withHeaders(NextResponse.next(), {});

  const policy = contentPolicy(crypto.randomUUID().replaceAll("-", ""));
  const headers = new Headers(request.headers);
  headers.set("Content-Security-Policy", policy);
  headers.set(REQUEST_ID_HEADER, crypto.randomUUID());
  headers.set(PAGE_HEADER, `${pathname}${search}`);
  return withHeaders(NextResponse.next({ request: { headers } }), {
    "Content-Security-Policy": policy,
    "Referrer-Policy": "same-origin",
    "Cache-Control": "private, no-store",
    ...(isHttps() ? { "Strict-Transport-Security": "max-age=31536000" } : {}),
  });
}

/** Scripts run by the nonce of this answer alone; the tools of development evaluate theirs. */
function contentPolicy(nonce: string): string {
  const developing = process.env.NODE_ENV === "development";
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${developing ? " 'unsafe-eval'" : ""}`,
    developing ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    developing ? "connect-src 'self' ws:" : "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

const misdirected = (): NextResponse =>
  withHeaders(
    new NextResponse("This register does not answer to that name.\n", {
      status: 421,
      headers: { "Content-Type": "text/plain; charset=utf-8" },
    }),
    {
      "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
      "Cache-Control": "no-store",
    },
  );

function withHeaders(response: NextResponse, headers: Record<string, string>): NextResponse {
  for (const [name, value] of Object.entries({ ...FIXED, ...headers })) response.headers.set(name, value);
  return response;
}
