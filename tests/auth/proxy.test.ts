import { NextRequest } from "next/server";
import { beforeAll, expect, test } from "vitest";
import { config, proxy } from "@/proxy";

beforeAll(() => void Object.assign(process.env, { DATABASE_URL: "postgresql://nobody@127.0.0.1/nothing" }));

const answer = (path: string, headers: Record<string, string> = {}) =>
  proxy(new NextRequest(`http://localhost:3000${path}`, { headers: { host: "localhost:3000", ...headers } }));

const nonceOf = (path: string): string =>
  /'nonce-([^']+)'/.exec(answer(path).headers.get("content-security-policy") ?? "")?.[1] ?? "";

test("scripts run by a nonce that is new in each answer", () => {
  const policy = answer("/pledges").headers.get("content-security-policy") ?? "";
  expect(policy).toMatch(/script-src 'nonce-[0-9a-f]{32}' 'strict-dynamic';/);
  expect(policy).not.toMatch(/unsafe-|\*|http:/);
  for (const rule of [
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
    "connect-src 'self'",
  ]) {
    expect(policy).toContain(rule);
  }
  expect(new Set([1, 2, 3].map(() => nonceOf("/pledges"))).size).toBe(3);
});

test.each(["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND"])("pages refuse %s", (method) => {
  const sent = new NextRequest("http://localhost:3000/pledges", {
    method,
    headers: { host: "localhost:3000" },
  });
  const { status, headers } = proxy(sent);
  expect([status, headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
});

test("the page that is asked for is named by the register, not by the client", () => {
  const { headers } = answer("/pledges?q=a", { "x-page": "/forged" });
  expect(headers.get("x-middleware-request-x-page")).toBe("/pledges?q=a");
});

test("only pages pass through the proxy", () => {
  const passes = (path: string): boolean => config.matcher.some((one) => new RegExp(`^${one}$`).test(path));
  const others = [
    "/api/health/live",
    "/api/v1/me",
    "/api/v1/files",
    "/_next/static/chunks/a.js",
    "/.well-known/security.txt",
  ];
  expect(others.filter(passes)).toEqual([]);
  expect(["/", "/apis", "/api-of-ours", "/sign-in", "/pledges"].filter((path) => !passes(path))).toEqual([]);
});
