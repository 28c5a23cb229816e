// Sets the content policy of every answer; one that doesn't get here has the strictest (lib/http/request-fixes.ts). It
// refuses other hosts and changes to pages; permissions are checked where the work is done. Uploads don’t pass here.
import { NextResponse, type NextRequest } from "next/server";
import { isOwnHost } from "@/lib/auth/own-origin";
import { PAGE_HEADER, REQUEST_ID_HEADER } from "@/lib/auth/request-headers";
import { FILE_POLICY, NO_CONTENT_POLICY } from "@/lib/api/policies";
import { guardingHeaders } from "@/lib/http/headers";

export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  if (!isOwnHost(request.headers.get("host")))
    return plain(421, "This register does not answer to that name. NEXTAUTH_URL says which is its own.\n");
  if (pathname.startsWith("/_next/static/")) return withHeaders(NextResponse.next(), workerPolicy());
  if (!pathname.startsWith("/api/") && !READING.includes(request.method))
    return plain(405, "Pages are read; changes go through /api/v1.\n", { Allow: READING.join(", ") });

  const policy = pathname.startsWith("/api/v1/files/")
    ? FILE_POLICY
    : pathname.startsWith("/.well-known/")
      ? NO_CONTENT_POLICY
      : contentPolicy(crypto.randomUUID().replaceAll("-", ""));
  const headers = new Headers(request.headers);
  headers.set("Content-Security-Policy", policy);
  headers.set(REQUEST_ID_HEADER, crypto.randomUUID());
  headers.set(PAGE_HEADER, `${pathname}${search}`);
  return withHeaders(NextResponse.next({ request: { headers } }), {
    "Content-Security-Policy": policy,
    "Cache-Control": "private, no-store",
  });
}

/**
 * All except uploads: the framework keeps a second copy in memory of what passes here, and only up to 10 MB. And except
 * health, which is asked for every second, by whatever name a supervisor has for this instance.
 */
export const config = {
  matcher: [
    "/((?!api/v1/files$|api/v1/imports$|api/health/).*)",
    { source: "/api/v1/imports", missing: [{ type: "header", key: "content-type" }] },
  ],
};

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

/**
 * A worker has its own script's policy: it computes and makes no requests. Development needs none: it reloads the
 * worker.
 */
const workerPolicy = (): Record<string, string> =>
  process.env.NODE_ENV === "development"
    ? {}
    : { "Content-Security-Policy": "default-src 'none'; script-src 'self'; frame-ancestors 'none'" };

const plain = (status: number, text: string, headers: Record<string, string> = {}): NextResponse =>
  withHeaders(
    new NextResponse(text, { status, headers: { "Content-Type": "text/plain; charset=utf-8", ...headers } }),
    { "Content-Security-Policy": NO_CONTENT_POLICY, "Cache-Control": "no-store" },
  );

function withHeaders(response: NextResponse, headers: Record<string, string>): NextResponse {
  for (const [name, value] of Object.entries({ ...guardingHeaders(), ...headers }))
    response.headers.set(name, value);
  return response;
}
