// Sets the content policy of pages, and refuses changes to them; permissions are checked where the work is
// done. Everything that is no page gets its headers from lib/http/request-fixes.ts, not here.
import { NextResponse, type NextRequest } from "next/server";
import { PAGE_HEADER } from "@/lib/auth/request-headers";
import { NO_CONTENT_POLICY } from "@/lib/api/content-policies";
import { guardingHeaders } from "@/lib/http/headers";

export function proxy(request: NextRequest): NextResponse {
  if (!READING.includes(request.method))
    return new NextResponse("Pages are read; changes go through /api/v1.\n", {
      status: 405,
      headers: {
        ...guardingHeaders(),
        Allow: READING.join(", "),
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Security-Policy": NO_CONTENT_POLICY,
        "Cache-Control": "no-store",
      },
    });
  const { pathname, search } = request.nextUrl;
  const policy = contentPolicy(crypto.randomUUID().replaceAll("-", ""));
  const headers = new Headers(request.headers);
  headers.set("Content-Security-Policy", policy);
  headers.set(PAGE_HEADER, `${pathname}${search}`);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  return response;
}

export const config = { matcher: ["/((?!api/|_next/static/|\\.well-known/|metrics$).*)"] };

const READING = ["GET", "HEAD"];

/** Scripts need this answer's nonce; development tools also use eval. */
function contentPolicy(nonce: string): string {
  const developing = process.env.NODE_ENV === "development";
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${developing ? " 'unsafe-eval'" : ""}`,
    developing ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "worker-src 'self'",
    developing ? "connect-src 'self' ws:" : "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
